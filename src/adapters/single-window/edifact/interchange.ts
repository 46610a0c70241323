import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";
import { readSegments, repertoireOf, type Segment, writeSegments } from "./syntax";

/** What stands around the segments of a message. */
export interface Envelope {
  readonly type: "CUSDEC" | "CUSRES";
  readonly sender: string;
  readonly receiver: string;
  /** At most 14 characters. */
  readonly reference: string;
  /** Local, `YYYYMMDDhhmm…`. */
  readonly preparedAt: string;
}

export type EdifactMessage = Pick<Envelope, "type" | "sender" | "receiver"> & { readonly segments: readonly Segment[] };

/** One message in an interchange of its own, with its counts. */
export function writeInterchange(envelope: Envelope, segments: readonly Segment[]): Uint8Array {
  const repertoire = repertoireOf([segment("UNB", [envelope.sender], [envelope.receiver]), ...segments]);
  const { type, sender, receiver, reference, preparedAt } = envelope;
  const version = repertoire === "UNOC" ? "3" : "4";
  const all = [
    segment(
      "UNB",
      [repertoire, version],
      [sender],
      [receiver],
      [preparedAt.slice(2, 8), preparedAt.slice(8, 12)],
      [reference],
    ),
    segment("UNH", [reference], [type, "D", "96B", "UN"]),
    ...segments,
    segment("UNT", [String(segments.length + 2)], [reference]),
    segment("UNZ", ["1"], [reference]),
  ];
  return writeSegments(all, repertoire);
}

/** A segment by its elements. */
export function segment(tag: string, ...elements: readonly (readonly string[])[]): Segment {
  return { tag, elements };
}

/** The component of an element, counted from 0; empty where there is none. */
export function componentOf({ elements }: Segment, element: number, component = 0): string {
  return elements[element]?.[component] ?? "";
}

/** The messages of an interchange, when its counts and references hold. */
export function readInterchange(bytes: Uint8Array): Result<readonly EdifactMessage[], readonly MessageFault[]> {
  const read = readSegments(bytes);
  if (!read.ok) return read;
  const [opening, ...rest] = read.value;
  const closing = rest.pop();
  if (opening?.tag !== "UNB") return err([fault("required", "EDIFACT", "UNB")]);
  if (closing?.tag !== "UNZ") return err([fault("truncated", "EDIFACT", "UNZ")]);
  const faults: MessageFault[] = [];
  const messages = splitMessages(rest, faults).map((segments) => readMessage(opening, segments, faults));
  const count = componentOf(closing, 0);
  if (count !== String(messages.length))
    faults.push(fault("wrong_count", "EDIFACT", "UNZ", { value: count, expected: String(messages.length) }));
  sameReference("UNZ", componentOf(closing, 1), componentOf(opening, 4), faults);
  if (messages.length === 0) faults.push(fault("required", "EDIFACT", "UNH"));
  return faults.length > 0 ? err(faults) : ok(messages.filter((each) => each !== null));
}

function splitMessages(segments: readonly Segment[], faults: MessageFault[]): readonly (readonly Segment[])[] {
  const messages: Segment[][] = [];
  for (const each of segments) {
    const isFirst = messages.at(-1) === undefined || messages.at(-1)?.at(-1)?.tag === "UNT";
    if (isFirst !== (each.tag === "UNH")) faults.push(fault("unknown_element", "EDIFACT", each.tag));
    if (isFirst) messages.push([]);
    messages.at(-1)?.push(each);
  }
  return messages;
}

function readMessage(opening: Segment, segments: readonly Segment[], faults: MessageFault[]): EdifactMessage | null {
  const [head, last] = [segments[0], segments.at(-1)];
  if (!head || last?.tag !== "UNT") {
    faults.push(fault("truncated", "EDIFACT", "UNT"));
    return null;
  }
  const count = componentOf(last, 0);
  if (count !== String(segments.length))
    faults.push(fault("wrong_count", "EDIFACT", "UNT", { value: count, expected: String(segments.length) }));
  sameReference("UNT", componentOf(last, 1), componentOf(head, 0), faults);
  const name = head.elements[1] ?? [];
  const type = (["CUSDEC", "CUSRES"] as const).find((each) => each === name[0]);
  if (!type || name[1] !== "D" || name[2] !== "96B") {
    faults.push(
      fault("unknown_message", "EDIFACT", "UNH", { value: name.join(":"), expected: "CUSDEC:D:96B, CUSRES:D:96B" }),
    );
    return null;
  }
  return { type, sender: componentOf(opening, 1), receiver: componentOf(opening, 2), segments: segments.slice(1, -1) };
}

function sameReference(tag: string, found: string, expected: string, faults: MessageFault[]): void {
  if (found !== expected) faults.push(fault("wrong_reference", "EDIFACT", tag, { value: found, expected }));
}
