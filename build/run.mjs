// `node build/run.mjs <script.ts> [arguments]`: sets up, then runs one of our TypeScript files on Node 24.
import { handOver, setUp, stopWith } from './setUp.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) stopWith('Say which script to run: node build/run.mjs <script.ts> [arguments]');
setUp();
handOver(script, args);
