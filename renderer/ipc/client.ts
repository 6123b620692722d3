// call(name, input): the typed way to the main process; every answer is a Reply, never an exception.
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Reply } from '../../shared/errors.ts';
import { askReason } from './reasonPrompt.ts';
import { rememberRefused, targetIdOf } from './refusedCalls.ts';

const NO_ANSWER = 'The program did not answer. Try again; if it happens twice, close Keyward and start it again.';

/** Calls one procedure. A bridge that fails or answers nonsense becomes an INTERNAL refusal in plain words; where the
 *  practice asks for a reason first, the person is asked and the call made once more (P7). */
export async function call<N extends ProcedureName>(name: N, input: CallInput<N>): Promise<Reply<Output<N>>> {
  const reply = await callOnce(name, input);
  if (reply.ok || reply.error.reason !== 'reasonRequired') return reply;
  return (await giveReason(name, input)) ? callOnce(name, input) : reply;
}

async function callOnce<N extends ProcedureName>(name: N, input: CallInput<N>): Promise<Reply<Output<N>>> {
  try {
    const answer = await window.keyward.call(name, input);
    if (isReply<Output<N>>(answer)) {
      if (!answer.ok) rememberRefused(answer.error, name, input);
      return answer;
    }
  } catch {
    // What went wrong stands in the main process's own log; here only the sentence helps.
  }
  return { ok: false, error: { code: 'INTERNAL', message: NO_ANSWER } };
}

/** Whether a reason now stands with the main process. Who shares the answer to another call's question only tries again. */
async function giveReason(procedure: ProcedureName, input: unknown): Promise<boolean> {
  const asked = askReason(procedure);
  const answer = await asked.answer;
  if (answer === null || !asked.isNew) return answer !== null;
  const given = await callOnce('session.giveReason', { procedure, targetId: targetIdOf(procedure, input), ...answer });
  return given.ok;
}

/** The main process has checked the value against the procedure's schema; here only the envelope is looked at. */
function isReply<Value>(answer: unknown): answer is Reply<Value> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'error' in answer;
}
