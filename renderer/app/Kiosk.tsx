// What a patient's own login shows: their record, a way to be finished, and nothing of the office (S1.23).
import { Button } from '@mantine/core';
import { OwnRecord } from '../screens/patients/OwnRecord.tsx';
import { IdleWatch } from '../session/IdleWatch.tsx';
import { lastSignInMoment } from '../session/lastSignInSentence.ts';
import { useSession } from '../session/useSession.ts';
import classes from './Kiosk.module.css';

/** No menus, keys or status bar: the way out is one button, and two minutes without a touch. */
export function Kiosk() {
  const { state, subject, signOut } = useSession();
  const before = subject?.previousSignIn ?? null;
  return (
    <>
      <div className={classes.kiosk}>
        <header className={classes.bar}>
          <span className={classes.practice}>{state.practiceName}</span>
          <Button className={classes.finish ?? ''} color="gray.0" c="dark.9" onClick={() => void signOut()}>
            I am finished
          </Button>
        </header>
        <main id="main" className={classes.page} tabIndex={-1}>
          <div className={classes.inner}>
            <OwnRecord />
            {before === null ? null : (
              <p className={classes.foot}>
                This login was last used on {lastSignInMoment(before.atMs)}. If that was not you, tell the front desk.
              </p>
            )}
          </div>
        </main>
      </div>
      <IdleWatch />
    </>
  );
}
