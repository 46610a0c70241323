import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPdf } from "@/adapters/reading/pdf";
import type { DocumentType } from "@/domain/document/document";
import { DEFINITIONS } from "@/domain/extraction/definitions";
import { type HeaderField, type ReadField, SEVERAL } from "@/domain/extraction/field";
import { runsOf } from "@/domain/extraction/find-labels";
import { segmentsOf } from "@/domain/extraction/layout";
import { standingsOf } from "@/domain/extraction/learned/anchor";
import type { Layout, Settled } from "@/domain/extraction/learned/layout-lesson";
import { fieldOfPages, learn } from "@/domain/extraction/learned/learn";
import { isSameValue } from "@/domain/extraction/learned/same-value";
import { readDocument } from "@/domain/extraction/read-document";
import type { PageText } from "@/domain/extraction/words";
import { type Draft, draftOf, HELD_OUT_EVERY, KINDS } from "./compose";
import { press } from "./draw";
import { random } from "./random";
import type { Value } from "./sheet";

/** So many papers of a layout follow each other. */
export const PAPERS = 5;

/** How many header values of a paper were read exactly, of how many that are on it or were read from it. */
export interface Score {
  readonly exact: number;
  readonly of: number;
}

/** What became of the papers of one layout, one after the other. */
export interface Course {
  readonly layout: string;
  readonly without: readonly Score[];
  readonly taught: readonly Score[];
}

/** A paper with its truth, and its words as the reader sees them. */
export interface Paper {
  readonly draft: Draft;
  readonly pages: readonly PageText[];
}

/**
 * Reads the papers of layouts that the reader was not made for, one after the other. After each the values that a person
 * would have settled are learned; the next is read with them and, to compare, without.
 */
export async function courses(root: string, seed: number, layouts: number): Promise<readonly Course[]> {
  return (await drawn(root, seed, layouts)).map(courseOf);
}

/**
 * The same papers with every other label in a language that nobody knows, so that lessons alone can tell what it says.
 * What stands at the head stays, and with it the type of the paper.
 */
export async function foreignCourses(root: string, seed: number, layouts: number): Promise<readonly Course[]> {
  const all = await drawn(root, seed, layouts);
  return all.map((papers) => courseOf(papers.map(({ draft, pages }) => ({ draft, pages: pages.map(inForeignWords) }))));
}

function inForeignWords(page: PageText): PageText {
  const labels = runsOf(segmentsOf(page), false).filter(
    ({ concepts, box, text }) => concepts.length > 0 && box.y > HEAD && text.length % 2 === 0,
  );
  const words = new Set(labels.flatMap((run) => run.words));
  return { ...page, words: page.words.map((word) => (words.has(word) ? { ...word, text: foreign(word.text) } : word)) };
}

/** So much of a page is its head. */
const HEAD = 0.12;

/** Each letter moved on by half the alphabet. */
function foreign(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

/** Some papers of each of so many layouts. */
export async function drawn(root: string, seed: number, layouts: number): Promise<readonly (readonly Paper[])[]> {
  const folder = mkdtempSync(join(tmpdir(), "learning-"));
  const machine = await press(root, folder, undefined);
  const file = join(folder, "paper.pdf");
  const all: Paper[][] = [];
  try {
    for (const [type, number] of chosen(seed, layouts)) {
      const papers: Paper[] = [];
      for (let at = 0; at < PAPERS; at++) {
        const draft = draftOf(type, number, seed, at);
        writeFileSync(file, await machine.pdf(draft.html, draft.made.size));
        papers.push({ draft, pages: await pagesOf(file) });
      }
      all.push(papers);
    }
  } finally {
    await machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return all;
}

/** Of every type in turn, layouts that were left out when the reader was made. */
function chosen(seed: number, count: number): readonly (readonly [string, number])[] {
  const types = Object.keys(KINDS).filter((type) => (KINDS[type]?.fields.length ?? 0) > 0);
  const r = random(`learning ${seed}`);
  return Array.from({ length: count }, (_, at) => [types[at % types.length] as string, r.int(1, 250) * HELD_OUT_EVERY]);
}

async function pagesOf(file: string): Promise<readonly PageText[]> {
  const opened = await openPdf(file);
  if (!opened.ok) throw new Error(`${file} cannot be read: ${opened.error}`);
  const { pageCount, page, close } = opened.value;
  const pages = Array.from({ length: pageCount }, (_, index): PageText => {
    const { aspect, words } = page(index);
    return { number: index + 1, aspect, method: "text_layer", rotation: 0, words: words() };
  });
  close();
  return pages;
}

/** What becomes of papers of one layout, one after the other. */
export function courseOf(papers: readonly Paper[]): Course {
  let layouts: readonly Layout[] = [];
  const without: Score[] = [];
  const taught: Score[] = [];
  for (const { draft, pages } of papers) {
    without.push(scoreOf(draft, readDocument(pages).fields));
    const read = readDocument(pages, layouts);
    taught.push(scoreOf(draft, read.fields));
    const learned = learn(layouts, read.type, pages, settledFor({ draft, pages }, read));
    if (learned) layouts = [learned.after, ...layouts.filter((each) => each !== learned.before)];
  }
  return { layout: papers[0]?.draft.made.layout ?? "", without, taught };
}

function scoreOf(draft: Draft, fields: readonly ReadField[]): Score {
  const judged = judgedOf(draft).flatMap((name) => {
    const read = headerOf(fields, name);
    const truth = draft.made.fields[name];
    return truth === undefined && !read ? [] : [truth !== undefined && read !== undefined && says(name, read, truth)];
  });
  return { exact: judged.filter(Boolean).length, of: judged.length };
}

/** What a person settles who sees the paper beside what was read from it, in the words of the paper. */
function settledFor({ draft, pages }: Paper, { type, fields }: ReturnType<typeof readDocument>): readonly Settled[] {
  const places = fieldOfPages(pages);
  const paper = `${draft.made.layout} ${JSON.stringify(draft.made.fields)}`.slice(0, 90);
  return judgedOf(draft).flatMap((name): readonly Settled[] => {
    const read = headerOf(fields, name);
    const truth = draft.made.fields[name];
    const seenAt = read ? { page: read.page, box: read.box } : null;
    if (truth === undefined) return read ? [{ paper, name, line: null, value: null, isCorrection: true, seenAt }] : [];
    const isRight = read !== undefined && says(name, read, truth);
    const forms = Array.isArray(truth) ? (truth as readonly string[]) : [String(truth)];
    const sought = DEFINITIONS[type].find((each) => each.name === name);
    const written = forms.find((form) => sought && standingsOf(form, sought, places).length > 0);
    const value = isRight ? read.value : (written ?? forms[0] ?? "");
    return [{ paper, name, line: null, value, isCorrection: !isRight, seenAt }];
  });
}

function judgedOf({ made }: Draft): readonly HeaderField[] {
  const asked = DEFINITIONS[made.type as DocumentType].map(({ name }) => name);
  return [...new Set(asked)].filter((name) => made.labelled.includes(name) && !SEVERAL.includes(name));
}

function headerOf(fields: readonly ReadField[], name: HeaderField): ReadField | undefined {
  return fields.find((field) => field.name === name && field.line === null);
}

function says(name: HeaderField, { value }: ReadField, truth: Value): boolean {
  const forms = Array.isArray(truth) ? (truth as readonly string[]) : [String(truth)];
  return forms.some((form) => isSameValue(name, value, form));
}
