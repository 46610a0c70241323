declare module "heic-decode" {
  /** A picture of the file, of which nothing is unpacked yet. */
  interface Picture {
    readonly width: number;
    readonly height: number;
    /** Its pixels, four bytes each. */
    decode(): Promise<{ readonly data: Uint8ClampedArray }>;
  }
  interface HeicDecode {
    all(file: { readonly buffer: Uint8Array }): Promise<readonly Picture[] & { dispose(): void }>;
  }
  const heic: HeicDecode;
  export = heic;
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
