// File choosers and paper by Electron: the Dialogs interface for the app's main window.
import { rename, rm, writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from '../adapters.ts';

export interface PaperSource {
  /** Gives the URL under which one document can be loaded once. */
  keepForPrinting(html: string): string;
  openPrintWindow(): BrowserWindow;
}

/** Choosers above the window `parent()` names, and printing through a window nobody sees.
 *  Where the computer has no printer the document is saved as a PDF file instead; cancelling is not an error. */
export function electronDialogs(parent: () => BrowserWindow | undefined, paper: PaperSource): Dialogs {
  const chooseSave: Dialogs['chooseSave'] = async ({ title, suggestedName }) => {
    const window = parent();
    const options = { title, defaultPath: suggestedName };
    const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
  return {
    chooseSave,
    async chooseOpen({ title, extensions }) {
      const window = parent();
      const filters = [{ name: extensions.map((extension) => `.${extension}`).join(', '), extensions }];
      const options = { title, filters, properties: ['openFile' as const] };
      const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    hasPrinter: async () => {
      const window = paper.openPrintWindow();
      try {
        return await hasPrinter(window);
      } finally {
        window.destroy();
      }
    },
    async print(html, how) {
      const window = paper.openPrintWindow();
      try {
        await window.loadURL(paper.keepForPrinting(html));
        const isSilent = how?.isSilent ?? false;
        if (isSilent || (await hasPrinter(window))) await printOnPaper(window, isSilent);
        else await savePdf(window, chooseSave);
      } finally {
        window.destroy();
      }
    },
    async writePdf(html, path) {
      const window = paper.openPrintWindow();
      try {
        await window.loadURL(paper.keepForPrinting(html));
        await writePdfTo(window, path);
      } finally {
        window.destroy();
      }
    },
  };
}

async function hasPrinter(window: BrowserWindow): Promise<boolean> {
  try {
    return (await window.webContents.getPrintersAsync()).length > 0;
  } catch {
    // Where printers cannot even be listed there is nothing to print on.
    return false;
  }
}

function printOnPaper(window: BrowserWindow, isSilent: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true, silent: isSilent }, (isDone, reason) => {
      if (isDone || /cancel/i.test(reason)) resolve();
      else reject(new Error('the printer did not take the document'));
    });
  });
}

async function savePdf(window: BrowserWindow, chooseSave: Dialogs['chooseSave']): Promise<void> {
  const path = await chooseSave({ title: 'Save as PDF', suggestedName: 'Keyward report.pdf' });
  if (path !== null) await writePdfTo(window, path);
}

// Renamed once it is whole, so that a full disk leaves no half document. Only its owner may read it: it holds patients'
// data or a recovery code.
async function writePdfTo(window: BrowserWindow, path: string): Promise<void> {
  const options = {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  const part = `${path}.part`;
  try {
    await writeFile(part, await window.webContents.printToPDF(options), { mode: 0o600 });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
