import { areEqual, type HashBytes, join } from "../shared/bytes";

/** Leaves from the first of them to before the last, of a tree. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree: its height, 0 for a leaf, and its place among those of its height, from 0. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The hash of a complete subtree of the tree. */
export type ReadSubtree = (subtree: Subtree) => Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** A proof of more hashes is of no tree that could exist. */
const MAX_PROOF = 63;

/** The hash of a leaf's data (RFC 6962, section 2.1). */
export function leafHash(sha256: HashBytes, data: Uint8Array): Uint8Array {
  return sha256(join(LEAF, data));
}

/** The hash of a node over its two children (RFC 6962, section 2.1). */
export function nodeHash(sha256: HashBytes, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(join(NODE, left, right));
}

/** The hash of the tree over leaves whose hashes these are; that of nothing for none (RFC 6962, section 2.1). */
export function rootOfLeaves(sha256: HashBytes, leaves: readonly Uint8Array[]): Uint8Array {
  return rootOf(sha256, leaves.length, ({ level, index }) => {
    const width = 2 ** level;
    let row = leaves.slice(index * width, (index + 1) * width);
    while (row.length > 1) row = pairs(sha256, row);
    return row[0] ?? sha256(new Uint8Array());
  });
}

/** The hash of the whole tree of that many leaves. */
export function rootOf(sha256: HashBytes, size: number, read: ReadSubtree): Uint8Array {
  return size === 0 ? sha256(new Uint8Array()) : hashOf(sha256, { from: 0, to: size }, read);
}

/**
 * The hashes that lead from a leaf to the root of the tree of that size, from the leaf's sibling up (RFC 6962,
 * section 2.1.1). Throws a RangeError when the tree has no such leaf.
 */
export function inclusionProof(sha256: HashBytes, index: number, size: number, read: ReadSubtree): Uint8Array[] {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} of ${size}`);
  return inclusionPath(index, { from: 0, to: size }).map((range) => hashOf(sha256, range, read));
}

/**
 * The hashes that show that the tree of the first size is the beginning of the tree of the second (RFC 6962, section
 * 2.1.2); none when they are of one size or the first is empty. Throws a RangeError when the first is the greater.
 */
export function consistencyProof(sha256: HashBytes, before: number, size: number, read: ReadSubtree): Uint8Array[] {
  if (before < 0 || before > size) throw new RangeError(`a tree of ${before} within one of ${size}`);
  if (before === 0 || before === size) return [];
  return consistencyPath(before, { from: 0, to: size }, true).map((range) => hashOf(sha256, range, read));
}

/** The complete subtrees whose hashes a proof of inclusion needs, so that they can be read at once. */
export function subtreesOfInclusion(index: number, size: number): Subtree[] {
  return inclusionPath(index, { from: 0, to: size }).flatMap(subtreesOf);
}

/** The complete subtrees whose hashes a proof of consistency needs. */
export function subtreesOfConsistency(before: number, size: number): Subtree[] {
  if (before === 0 || before === size) return [];
  return consistencyPath(before, { from: 0, to: size }, true).flatMap(subtreesOf);
}

/** The complete subtrees that the whole tree of that size consists of, the greatest first. */
export function subtreesOfTree(size: number): Subtree[] {
  return size === 0 ? [] : subtreesOf({ from: 0, to: size });
}

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the proof leads from the leaf's hash to the root. The root must be one that somebody signed. */
export function includes(sha256: HashBytes, { index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size) return false;
  const sides = sidesOf(index, size - 1, proof.length);
  if (!sides) return false;
  const top = proof.reduce(
    (hash, sibling, at) => (sides[at] === "left" ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling)),
    leaf,
  );
  return areEqual(top, root);
}

interface Consistency {
  readonly before: number;
  readonly size: number;
  readonly rootBefore: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the proof shows that the first tree is the beginning of the second. */
export function isConsistent(sha256: HashBytes, consistency: Consistency): boolean {
  const { before, size, rootBefore, root, proof } = consistency;
  if (!isPlace(before) || !isPlace(size) || before > size) return false;
  if (before === 0) return proof.length === 0 && areEqual(rootBefore, sha256(new Uint8Array()));
  if (before === size) return proof.length === 0 && areEqual(rootBefore, root);
  return grows(sha256, consistency);
}

/** The same, for two trees of different sizes of which none is empty. */
function grows(sha256: HashBytes, { before, size, rootBefore, root, proof }: Consistency): boolean {
  let [place, last] = [before - 1, size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  // A tree that is complete is its own beginning, and is not sent.
  const [first, ...siblings] = place === 0 ? [rootBefore, ...proof] : proof;
  const sides = sidesOf(place, last, siblings.length);
  if (!first || !sides) return false;
  let [old, now] = [first, first];
  for (const [at, sibling] of siblings.entries()) {
    if (sides[at] === "left") {
      old = nodeHash(sha256, sibling, old);
      now = nodeHash(sha256, sibling, now);
    } else now = nodeHash(sha256, now, sibling);
  }
  return areEqual(old, rootBefore) && areEqual(now, root);
}

/**
 * On which side each sibling stands on the way from a node up to the root, given the node's place in its row and that
 * of the row's last one; null when so many siblings do not end at the root.
 */
function sidesOf(from: number, to: number, count: number): ("left" | "right")[] | null {
  let [place, last] = [from, to];
  const sides: ("left" | "right")[] = [];
  for (; sides.length < Math.min(count, MAX_PROOF) && last > 0; [place, last] = [half(place), half(last)]) {
    const isLeft = place % 2 === 1 || place === last;
    sides.push(isLeft ? "left" : "right");
    // The last one of an uneven row goes up until it has a sibling.
    while (isLeft && place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
  }
  return sides.length === count && last === 0 ? sides : null;
}

function inclusionPath(index: number, range: Range): Range[] {
  if (range.to - range.from === 1) return [];
  const middle = splitOf(range);
  return index < middle
    ? [...inclusionPath(index, { from: range.from, to: middle }), { from: middle, to: range.to }]
    : [...inclusionPath(index, { from: middle, to: range.to }), { from: range.from, to: middle }];
}

function consistencyPath(before: number, range: Range, isWhole: boolean): Range[] {
  if (before === range.to) return isWhole ? [] : [range];
  const middle = splitOf(range);
  return before <= middle
    ? [...consistencyPath(before, { from: range.from, to: middle }, isWhole), { from: middle, to: range.to }]
    : [...consistencyPath(before, { from: middle, to: range.to }, false), { from: range.from, to: middle }];
}

/** Where the tree over the range has its left half end: the greatest power of two below its width. */
function splitOf({ from, to }: Range): number {
  let width = 1;
  while (width * 2 < to - from) width *= 2;
  return from + width;
}

function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    while (start + 2 ** (level + 1) <= to && start % 2 ** (level + 1) === 0) level += 1;
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}

function hashOf(sha256: HashBytes, range: Range, read: ReadSubtree): Uint8Array {
  const hashes = subtreesOf(range).map(read);
  // From the smallest up: the tree leans to the left.
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
}

function pairs(sha256: HashBytes, row: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at + 1 < row.length; at += 2)
    above.push(nodeHash(sha256, row[at] as Uint8Array, row[at + 1] as Uint8Array));
  return above;
}

function half(place: number): number {
  return Math.floor(place / 2);
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
