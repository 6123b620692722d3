// Run as a child whose files cannot grow: works in the given folder until the disk is full, then prints the refusal, and
// which windows are locked: two by hand, one for calls that no page of the program makes, the last after two hours
// without a hand on it.
import { OWN_SENDER, PASSWORD, startTestCore } from './startTestCore.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('no folder given');
const test = startTestCore(folder);
for (const window of ['A', 'B', 'C', 'D']) {
  await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD }, window);
}
for (let call = 0; call < 5_000; call++) {
  const reply = await test.call('role.find', {});
  if (reply.ok) continue;
  process.stdout.write(`refused: ${reply.error.message}\n`);
  break;
}
await test.call('session.lock', { why: 'user' }, 'B');
await test.call('session.delete', {}, 'C');
for (let call = 0; call < 3; call++) await test.core.call('D', OWN_SENDER, 'user.everything', {});
test.advance(2 * 3_600_000);
process.stdout.write(`locked: ${test.locked.join()}\n`);
test.core.shutdown();
