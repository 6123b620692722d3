// Which screen is open, and how to open another.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ScreenEntry } from './screenEntry.ts';
import { SCREENS } from './screens.ts';

export function useScreen(): { readonly screen: ScreenEntry | null; readonly open: (path: string) => void } {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const open = useCallback((path: string) => void navigate({ to: path }), [navigate]);
  return { screen: SCREENS.find(({ path }) => path === pathname) ?? null, open };
}
