// The one way to show a passing notice; never the only notice of anything that matters (screens 7).
import { notifications } from '@mantine/notifications';

// Close button with a name and description in text colour: the kit's defaults fail both (P22).
const SHARED = {
  withBorder: true,
  closeButtonProps: { 'aria-label': 'Close this notice' },
  styles: { description: { color: 'var(--mantine-color-text)' } },
} as const;

export const notify = {
  /** Something is done; the notice goes by itself and waits while it is pointed at or focused. */
  done(sentence: string): void {
    notifications.show({ ...SHARED, message: sentence, color: 'teal.9', autoClose: 10_000, role: 'status' });
  },
  /** Something went wrong; the notice stays until it is closed. */
  trouble(sentence: string): void {
    notifications.show({ ...SHARED, message: sentence, color: 'red.9', autoClose: false, role: 'alert' });
  },
};
