// The list of users beside the editor; under 900 pixels one at a time.
import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './UsersScreen.module.css';

interface UserPanesProps {
  readonly list: ReactNode;
  readonly editor: ReactNode | null;
  readonly onBack: () => void;
}

/** The editor is the wider pane, because its rights matrix is; it keeps its title and its Save in view while its tab scrolls. */
export function UserPanes({ list, editor, onBack }: UserPanesProps) {
  return (
    <div className={classes.panes} data-open={editor === null ? undefined : true}>
      <div className={classes.listPane} data-pane>
        {list}
      </div>
      {editor === null ? null : (
        <section className={classes.editorPane} data-pane aria-label="Edit User Info and Rights">
          <Button
            className={classes.back ?? ''}
            variant="subtle"
            size="compact-sm"
            leftSection={<ArrowLeft size={16} aria-hidden />}
            onClick={onBack}
          >
            Back to users
          </Button>
          {editor}
        </section>
      )}
    </div>
  );
}
