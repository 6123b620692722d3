// Checks an exported activity log without the program that wrote it: node build/verify.mjs audit.jsonl receipt.txt
//
// Needs nothing but Node.js. What it does, for whoever wants to write their own:
//   leaf  = SHA-256(0x00 || body)                     head = SHA-256(0x02 || previous head || leaf), first previous: 32 zeros
//   node  = SHA-256(0x01 || left || right)            root = RFC 6962 tree over the leaves
//   receipt = C2SP checkpoint (origin, size, root) as a signed note with Ed25519
// Exit code 0: everything fits. 1: something does not fit. 2: it could not be checked.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const [FITS, DIFFERS, NOT_CHECKED] = [0, 1, 2];

const USAGE = `Usage: npm run verify -- audit.jsonl receipt.txt [--key VERIFIER_KEY]
  audit.jsonl    the evidence file of an export (not the CSV)
  receipt.txt    the receipt of that export
  --key          the verifier key from paper or another trusted place: name+id+key`;

class Finding extends Error {
  exitCode = NOT_CHECKED;
}

const differs = (sentence) => {
  throw Object.assign(new Finding(sentence), { exitCode: DIFFERS });
};
const notChecked = (sentence) => {
  throw new Finding(sentence);
};

process.exitCode = await main(process.argv.slice(2));

async function main(given) {
  try {
    const { evidence, receipt, key } = readArguments(given);
    const signed = readReceipt(receipt, key);
    console.log(summary(await checkEvidence(evidence, signed), signed, key).join('\n'));
    return FITS;
  } catch (error) {
    const exitCode = error instanceof Finding ? error.exitCode : NOT_CHECKED;
    console.log(`${exitCode === DIFFERS ? 'DOES NOT FIT' : 'COULD NOT CHECK'}: ${error.message}`);
    return exitCode;
  }
}

function readArguments(given) {
  const keyAt = given.indexOf('--key');
  const key = keyAt < 0 ? null : given[keyAt + 1];
  const files = keyAt < 0 ? given : given.filter((_, place) => place !== keyAt && place !== keyAt + 1);
  const [evidence, receipt] = files;
  if (evidence === undefined || key === undefined || files.length > 2) notChecked(`\n${USAGE}`);
  if (!existsSync(evidence)) notChecked(`There is no file ${evidence}.`);
  if (/\.(csv|tsv|txt|xlsx?|ods)$/i.test(evidence)) explainCsv(evidence);
  if (receipt === undefined) notChecked(`The receipt is missing.\n${USAGE}`);
  if (!existsSync(receipt)) notChecked(`There is no file ${receipt}.`);
  return { evidence, receipt, key };
}

function explainCsv(path) {
  const evidence = basename(path).replace(/\.[^.]*$/, '.jsonl');
  const advice = `Check the evidence file instead: npm run verify -- ${evidence} receipt.txt`;
  const bytes = readFileSync(path);
  const manifestPath = join(dirname(path), 'manifest.json');
  const listed = existsSync(manifestPath)
    ? JSON.parse(readFileSync(manifestPath, 'utf8')).files.find((file) => file.name === basename(path))
    : undefined;
  const isAsListed = listed?.sha256 === createHash('sha256').update(bytes).digest('hex');
  const signs = signsOfResaving(bytes);
  const start = 'This is the reading copy (CSV)';
  if (isAsListed) notChecked(`${start}, as it was exported. It proves nothing by itself. ${advice}`);
  if (listed === undefined && signs.length === 0) notChecked(`${start}. It proves nothing by itself. ${advice}`);
  const what = signs.length === 0 ? 'It was changed' : `A spreadsheet saved it again (${signs.join('; ')})`;
  differs(`${start}, but not as it was exported. ${what}, so its cells may differ. ${advice}`);
}

function signsOfResaving(bytes) {
  const text = bytes.toString('utf8');
  const signs = [
    [text.startsWith('PK'), 'it is now a workbook'],
    [!text.startsWith('\uFEFF'), 'the byte order mark is gone'],
    [!/^\uFEFF?"/.test(text), 'the quotes around the cells are gone'],
    [!text.includes('\r\n'), 'the line ends are different'],
  ];
  return signs.filter(([isSo]) => isSo).map(([, sign]) => sign);
}

function readReceipt(path, trustedKey) {
  const text = readFileSync(path, 'utf8');
  const border = text.lastIndexOf('\n\n');
  const body = text.slice(0, border + 1);
  const [origin, size, root, ...extensions] = body.split('\n');
  const extension = (name) => extensions.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  if (border < 0 || root === undefined || !/^(0|[1-9]\d*)$/.test(size)) notChecked(`${path} is not a receipt.`);
  const key = parseKey(trustedKey ?? extension('key') ?? '');
  const signatures = text.slice(border + 2).split('\n');
  if (!signatures.some((line) => isSignedBy(line, origin, body, key)))
    differs('The signature of the receipt is not by this key, or the receipt was changed.');
  return {
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    head: Buffer.from(extension('head') ?? '', 'base64'),
    madeAt: extension('made') ?? 'an unknown time',
    fingerprint: createHash('sha256').update(key.publicKey).digest('hex').slice(0, 32),
  };
}

function parseKey(text) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const typed = Buffer.from(parts?.[3] ?? '', 'base64');
  if (parts === null || typed.length !== 33 || typed[0] !== 1) notChecked('The verifier key is not readable.');
  const publicKey = typed.subarray(1);
  const id = createHash('sha256').update(`${parts[1]}\n`).update(typed).digest().subarray(0, 4);
  if (id.toString('hex') !== parts[2]) notChecked('The verifier key was copied wrongly.');
  return { name: parts[1], id, publicKey };
}

function isSignedBy(line, origin, body, key) {
  const prefix = `— ${origin} `;
  if (key.name !== origin || !line.startsWith(prefix)) return false;
  const bytes = Buffer.from(line.slice(prefix.length), 'base64');
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(key.id)) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') };
  return verifySignature(null, Buffer.from(body), createPublicKey({ key: jwk, format: 'jwk' }), bytes.subarray(4));
}

async function checkEvidence(path, signed) {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  const state = { count: 0, lastNumber: 0, head: Buffer.alloc(32), stack: [] };
  let header = null;
  for await (const line of lines) {
    if (header === null) header = readHeader(line, signed);
    else if (line !== '') checkEntry(line, header, signed, state);
  }
  if (header === null) notChecked('The evidence file is empty.');
  if (state.count !== header.entries) {
    differs(
      `The file promises ${header.entries} entries and holds ${state.count}; it ends at entry ${state.lastNumber}.`,
    );
  }
  if (header.isComplete) checkWhole(state, signed);
  return { ...header, count: state.count };
}

function readHeader(line, signed) {
  const header = parseLine(line, 'The first line');
  if (header.format !== 'keyward-audit' || header.version !== 1) {
    notChecked('This is not an evidence file of this program, or of a newer one.');
  }
  if (header.origin !== signed.origin) differs('The evidence and the receipt belong to different practices.');
  if (header.size !== signed.size) differs('The evidence and the receipt are not from the same export.');
  return header;
}

function checkEntry(line, header, signed, state) {
  const expected = state.lastNumber + 1;
  const entry = parseLine(line, `The line after entry ${state.lastNumber}`);
  const number = entry.number;
  if (typeof entry.body !== 'string' || !Number.isSafeInteger(number))
    differs(`The line after entry ${state.lastNumber} is not an entry.`);
  if (header.isComplete ? number !== expected : number < expected) {
    differs(`Entry ${expected} is missing or out of order; entry ${number} stands in its place.`);
  }
  if (parseLine(entry.body, `The body of entry ${number}`).number !== number) {
    differs(`Entry ${number} holds the text of another entry.`);
  }
  const leaf = sha256(0x00, Buffer.from(entry.body));
  if (header.isComplete) {
    state.head = sha256(0x02, state.head, leaf);
    if (state.head.toString('hex') !== entry.hash) differs(`Entry ${number} was changed, or what stood before it was.`);
    pushLeaf(state.stack, leaf);
  } else if (
    number > signed.size ||
    !climb(leaf, number - 1, signed.size, Array.isArray(entry.proof) ? entry.proof : [])?.equals(signed.root)
  ) {
    differs(`Entry ${number} was changed: it does not lead to the signed root.`);
  }
  state.count += 1;
  state.lastNumber = number;
}

function checkWhole(state, signed) {
  if (state.lastNumber !== signed.size) {
    differs(`The log was cut: the receipt covers ${signed.size} entries, the file ends at ${state.lastNumber}.`);
  }
  if (!rootOf(state.stack).equals(signed.root) || !state.head.equals(signed.head)) {
    differs('The entries fit together but are not the ones the receipt was made for: the log was written anew.');
  }
}

function parseLine(line, what) {
  try {
    const value = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Falls through: a line that is not JSON and a line that is not an object are the same finding.
  }
  differs(`${what} is not readable; the file was changed or cut.`);
}

// The tree's left edge: equal sizes are joined as they meet, as RFC 6962 splits them.
function pushLeaf(stack, leaf) {
  let node = { hash: leaf, size: 1 };
  while (stack.at(-1)?.size === node.size) {
    const left = stack.pop();
    node = { hash: sha256(0x01, left.hash, node.hash), size: left.size * 2 };
  }
  stack.push(node);
}

function rootOf(stack) {
  if (stack.length === 0) return createHash('sha256').digest();
  return stack.map((node) => node.hash).reduceRight((right, left) => sha256(0x01, left, right));
}

// The root the proof leads to: down the RFC 6962 tree to the leaf, and joined again on the way up; null if it cannot be.
function climb(leaf, index, size, proof) {
  if (size === 1) return proof.length === 0 ? leaf : null;
  let split = 1;
  while (split * 2 < size) split *= 2;
  const isLeft = index < split;
  const sibling = Buffer.from(String(proof.at(-1)), 'hex');
  const below = climb(leaf, isLeft ? index : index - split, isLeft ? split : size - split, proof.slice(0, -1));
  if (below === null || sibling.length !== 32) return null;
  return isLeft ? sha256(0x01, below, sibling) : sha256(0x01, sibling, below);
}

function sha256(prefix, ...parts) {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from([prefix]), ...parts]))
    .digest();
}

function summary(found, signed, key) {
  const covered = found.isComplete
    ? `All ${found.count} entries of the log are here, in order and unchanged.`
    : `${found.count} of ${signed.size} entries are here and unchanged; ${signed.size - found.count} were left out; the file names this filter: ${JSON.stringify(found.filter)}.`;
  const trust =
    key === null
      ? `The signing key came from the receipt itself. Compare its fingerprint with the paper copy: ${signed.fingerprint}`
      : `The signing key is the one you gave. Fingerprint: ${signed.fingerprint}`;
  return [
    'FITS.',
    covered,
    `Covered: entries 1 to ${signed.size}, by the receipt of ${signed.madeAt} for ${signed.origin}. Later entries are not covered.`,
    trust,
  ];
}
