// Judges a new password: length, blocklist, own words, strength. No composition rules.
import { createBlocklist } from './password/blocklist.ts';
import { mostlyOwnWords } from './password/ownWords.ts';

/** 0 (guessed at once) to 4 (very strong); only acceptable passwords may be set. */
export interface PasswordVerdict {
  readonly score: number;
  readonly isAcceptable: boolean;
  /** Plain sentences, the reasons for a refusal first. */
  readonly advice: string[];
}

export interface PasswordPolicy {
  /** `ownWords`: practice name, own name, login ID and the like, which make a password guessable. */
  check(password: string, ownWords: readonly string[]): Promise<PasswordVerdict>;
}

/** Units: characters are Unicode code points of the NFKC form. */
const MIN_CHARACTERS = 15;
const MAX_CHARACTERS = 256;
const LOWEST_SCORE = 3;

/** The policy; its dictionaries load at the first check (about 0.2 s) and stay.
 *  Everything is offline; a password is neither kept nor sent anywhere.
 *  Source: NIST SP 800-63B-4 3.1.1.2: 15 characters or more when the password stands alone, at least 64 allowed,
 *  no composition rules, a blocklist with context words, and guidance why a password was refused. */
export function createPasswordPolicy(): PasswordPolicy {
  let loading: Promise<Judge> | undefined;
  return {
    async check(password, ownWords) {
      loading ??= loadJudge();
      return judge(await loading, password.normalize('NFKC'), [...ownWords, 'keyward']);
    },
  };
}

interface Judge {
  readonly isBlocked: (password: string) => boolean;
  readonly score: (password: string, ownWords: readonly string[]) => number;
}

async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  const blocklist = createBlocklist(common.dictionary['passwords-common']);
  return {
    isBlocked: (password) => blocklist.has(password),
    // A long text costs more than it tells: its first part is as strong as the whole, or stronger than needed.
    score: (password, ownWords) => estimator.check(password.slice(0, JUDGED_CHARACTERS), [...ownWords]).score,
  };
}

const JUDGED_CHARACTERS = 100;

function judge({ isBlocked, score }: Judge, password: string, ownWords: readonly string[]): PasswordVerdict {
  const length = Array.from(password).length;
  const found = password === '' ? 0 : score(password, ownWords);
  const reasons: string[] = [];
  if (length < MIN_CHARACTERS)
    reasons.push(
      `Use at least ${MIN_CHARACTERS} characters; a sentence of four or more unusual words is easy to remember.`,
    );
  if (length > MAX_CHARACTERS) reasons.push(`Use at most ${MAX_CHARACTERS} characters.`);
  const isKnown = isBlocked(password);
  if (isKnown) reasons.push('This is on the list of passwords that are tried first. Choose another.');
  const isOwn = mostlyOwnWords(password, ownWords);
  if (isOwn)
    reasons.push(
      'This is mostly your name, your login or the name of the practice. Add words that have nothing to do with them.',
    );
  const isWeak = found < LOWEST_SCORE;
  if (isWeak && reasons.length === 0)
    reasons.push(
      'This is too easy to guess. Avoid repetitions, sequences and well-known phrases; add one or two unusual words.',
    );
  const isAcceptable = reasons.length === 0;
  const shown = isKnown || isOwn ? Math.min(found, 1) : length < MIN_CHARACTERS ? Math.min(found, 2) : found;
  return { score: shown, isAcceptable, advice: isAcceptable && found === LOWEST_SCORE ? [STRONGER] : reasons };
}

const STRONGER = 'Good. One more unusual word would make it very strong.';
