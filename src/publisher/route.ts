import type { Language } from "@/contracts/words";

/** What is asked of a route: the parts of the path that its pattern names, still decoded as they came. */
export interface Asked {
  readonly path: string;
  readonly parts: readonly string[];
  readonly language: Language;
}

/** What is answered, and kept in memory until one of its tags changes or its time is over. */
export interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** What it was made from; a change of that takes it out of memory. */
  readonly tags: readonly string[];
  /** Whether anybody's page may read it. */
  readonly isOpen?: boolean;
}

/** One kind of address. Further topics are further files with routes of their own, named in `routes.ts`. */
export interface Route {
  readonly pattern: RegExp;
  /** Whether the answer is in the reader's language, so that it is made and kept in each. */
  readonly isTranslated: boolean;
  /** Null where there is nothing. */
  answer(asked: Asked): Promise<Answer | null>;
}
