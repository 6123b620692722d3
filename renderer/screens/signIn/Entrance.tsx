// The card in the middle of an otherwise empty page, before anybody works.
import { Text, Title } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ColorSchemeSwitch } from '../../app/ColorSchemeSwitch.tsx';

interface EntranceProps {
  readonly title: string;
  readonly subtitle?: ReactNode | undefined;
  readonly foot: string;
  readonly isWide?: boolean;
  /** Gives the title the focus: for pages without a first field. */
  readonly isTitleFocused?: boolean;
  readonly children: ReactNode;
}

export function Entrance({ title, subtitle, foot, isWide = false, isTitleFocused = false, children }: EntranceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isTitleFocused) heading.current?.focus();
  }, [isTitleFocused]);
  return (
    <div className="entrance">
      <header className="entrance-bar">
        <span className="brand">
          <KeyRound size={16} aria-hidden /> Keyward
        </span>
        <ColorSchemeSwitch />
      </header>
      <main className="entrance-body">
        <section className={isWide ? 'entrance-card wide' : 'entrance-card'}>
          <Title order={1} size="h3" mb={4} ref={heading} tabIndex={-1} data-page-title>
            {title}
          </Title>
          {subtitle === undefined ? null : (
            <Text size="sm" c="dimmed" mb="md" component="div">
              {subtitle}
            </Text>
          )}
          {children}
        </section>
      </main>
      <footer className="entrance-foot">{foot}</footer>
    </div>
  );
}
