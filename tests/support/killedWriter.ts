// Run as a child: signs in and prints the number of entries after each answered call, until it is killed.
import { PASSWORD, startTestCore } from './startTestCore.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('no folder given');
const test = startTestCore(folder);
await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
for (;;) {
  const { entryCount } = await test.must('audit.readStatus', {});
  process.stdout.write(`${entryCount}\n`);
}
