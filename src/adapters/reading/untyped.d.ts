declare module "heic-decode" {
  interface Decoded {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray;
  }
  /** The first picture of a HEIC file, four bytes a pixel. */
  function decode(file: { readonly buffer: Uint8Array }): Promise<Decoded>;
  export = decode;
}

declare module "yauzl" {
  import type { Readable } from "node:stream";

  export interface Entry {
    /** Bytes where names are not decoded by the package. */
    readonly fileName: string;
    readonly generalPurposeBitFlag: number;
    readonly externalFileAttributes: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly relativeOffsetOfLocalHeader: number;
  }
  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }
  interface Options {
    readonly autoClose: boolean;
    readonly decodeStrings: boolean;
    readonly validateEntrySizes: boolean;
  }
  export function openPromise(path: string, options: Options): Promise<ZipFile>;
  /** What is wrong with the name; null when it stays inside its folder. */
  export function validateFileName(name: string): string | null;
}
