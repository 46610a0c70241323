/** A part of a paper, in the order in which they are printed. */
export type PaperPart =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "plain" | "quiet" | "strong" }
  /** What is said of one thing: a name and a value on each line. */
  | { readonly kind: "facts"; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: "table"; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  /** The code is drawn as shapes, so that every printer keeps its edges; the caption stands beside it. */
  | { readonly kind: "qr"; readonly text: string; readonly caption: string };

interface PaperColumn {
  readonly heading: string;
  /** Of the width of the page, in relation to the shares of the other columns. */
  readonly share: number;
  readonly align?: "start" | "end";
}

/** A file that goes inside of the paper, to be taken out again as it was put in. */
export interface PaperAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** What is to be printed. The same paper comes out as the same bytes. */
export interface Paper {
  readonly title: string;
  readonly language: "en" | "zh";
  /** When what it says was so; stands in the properties of the file. */
  readonly at: Date;
  /** On every page below, with the number of the page: `{page}` and `{pages}` are put in. */
  readonly foot: { readonly text: string; readonly pages: string };
  readonly parts: readonly PaperPart[];
  readonly attachments: readonly PaperAttachment[];
}

/**
 * Prints a paper as PDF, A4, with its own letters, so that it looks the same everywhere and its text can be searched and
 * copied. A character that no letter is known for is printed as a box.
 */
export type Printer = (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>;
