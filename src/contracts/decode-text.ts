import { err, ok, type Result } from "@/domain/shared/result";

/** The encodings in which texts are sent: that of the web, and that of spreadsheets in China. */
export type TextEncoding = "UTF-8" | "GB18030";

interface Decoded {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Reads a text of either encoding. UTF-8 goes before GB18030, which takes almost anything for text; of what is neither the
 * error says what it was found to be, so that nothing is taken with letters that nobody wrote.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded, "UTF-16" | "NUL" | "?"> {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return err("UTF-16");
  if (bytes.includes(0)) return err("NUL");
  for (const encoding of ["UTF-8", "GB18030"] as const) {
    try {
      return ok({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return err("?");
}
