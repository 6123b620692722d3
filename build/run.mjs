// `node build/run.mjs <script.ts> [arguments]`: sets up, then runs one of our TypeScript files on Node 24.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, ROOT, setUp, stopWith } from './setUp.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) stopWith('Say which script to run: node build/run.mjs <script.ts> [arguments]');
if (!existsSync(join(ROOT, script))) stopWith(`There is no file ${script} in this folder of Keyward.`);
setUp();
handOver(script, args);
