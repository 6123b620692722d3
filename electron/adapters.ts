// The small interfaces through which the core reaches the operating system; each has one Electron and one Node form.

/** Seals small secrets with the operating system's key store, bound to the signed-in OS user. */
export interface SecretStore {
  readonly kind: string;
  isAvailable(): boolean;
  encrypt(plain: Buffer): Buffer;
  decrypt(sealed: Buffer): Buffer;
}

/** File choosers and paper; `null` means the person cancelled. */
export interface Dialogs {
  chooseOpen(options: { title: string; extensions: string[] }): Promise<string | null>;
  chooseSave(options: { title: string; suggestedName: string }): Promise<string | null>;
  /** Whether paper can be reached. */
  hasPrinter(): Promise<boolean>;
  /** `isSilent`: on the usual printer without asking anything, for somebody who must not see the printers and folders of
   *  the office; throws where there is no printer. */
  print(html: string, how?: { readonly isSilent: boolean }): Promise<void>;
  /** Writes the page as a tagged PDF to `path`, whole or not at all. */
  writePdf(html: string, path: string): Promise<void>;
}

/** The only source of time. `monotonicMs` never runs backwards within one `bootId`. */
export interface Clock {
  nowMs(): number;
  monotonicMs(): number;
  readonly bootId: string;
}
