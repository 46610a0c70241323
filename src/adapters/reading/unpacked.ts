import type { ContainedFile } from "@/application/reading";

/** What one opening may still unpack, archives inside archives included. */
export interface Budget {
  files: number;
  bytes: number;
  /** The next free name in the folder. */
  next: number;
}

/** Takes one file of a container; it lies where it was unpacked to until this is done. */
export type OnUnpacked = (file: ContainedFile) => Promise<void>;
