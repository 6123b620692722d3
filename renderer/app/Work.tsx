// The pages of somebody who is signed in; read after the entrance is drawn, so that starting does not wait for it.
import { RouterProvider } from '@tanstack/react-router';
import { IdleWatch } from '../session/IdleWatch.tsx';
import { ReasonPrompt } from '../session/ReasonPrompt.tsx';
import { router } from './router.tsx';

export function Work() {
  return (
    <>
      <RouterProvider router={router} />
      <IdleWatch />
      <ReasonPrompt />
    </>
  );
}
