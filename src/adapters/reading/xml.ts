import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { RejectionReason } from "@/domain/document/document";
import type { XmlElement } from "@/domain/extraction/xml-tree";
import { err, ok, type Result } from "@/domain/shared/result";

/** An invoice with its attachments inside is a few megabytes; the data alone is some kilobytes. */
const LIMIT_BYTES = 20 * 1024 * 1024;
/** Invoices nest about a dozen deep. */
const LIMIT_DEPTH = 64;
const LIMIT_ELEMENTS = 200_000;
/** Text longer than this is an attachment in letters; no value of an invoice is. */
const ATTACHMENT = />[A-Za-z0-9+/=\s]{20000,}</g;

/**
 * Takes XML apart. It comes from strangers: a document type, with which entities, files and addresses could be named,
 * is refused before anything is parsed, and so is what nests or goes on beyond what any invoice does.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, RejectionReason> {
  if (bytes.byteLength > LIMIT_BYTES) return err("too_large");
  const decoded = decode(bytes);
  if (decoded === null) return err("unreadable");
  // Attachments in letters are dropped at once: walking through megabytes of them would take a second.
  const text = decoded.replace(ATTACHMENT, "><");
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return err("unsafe_xml");
  const shape = shapeOf(text);
  if (shape.depth > LIMIT_DEPTH || shape.elements > LIMIT_ELEMENTS) return err("unsafe_xml");
  if (XMLValidator.validate(text) !== true) return err("unreadable");
  try {
    const roots = (PARSER.parse(text) as readonly Ordered[]).filter((each) => nameOf(each) !== undefined);
    const root = roots.find((each) => !nameOf(each)?.startsWith("?"));
    return root ? ok(toElement(root)) : err("unreadable");
  } catch {
    // What the validator lets pass and the parser does not is made to harm the parser.
    return err("unsafe_xml");
  }
}

/** What the bytes say in the encodings of trade; UTF-7 and others that could hide a document type are none of them. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const mark = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const declared = /encoding\s*=\s*["']([\w.-]+)["']/i.exec(
    Buffer.from(bytes.subarray(0, 200)).toString("latin1"),
  )?.[1];
  const encoding = mark ?? (declared ?? "utf-8").toLowerCase();
  if (!ENCODINGS.includes(encoding)) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? null : text;
  } catch {
    return null;
  }
}

const ENCODINGS = ["utf-8", "utf8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16le", "utf-16be"];

/** How deep it nests and how many elements it has, seen in one walk over its marks without building anything. */
function shapeOf(text: string): { readonly depth: number; readonly elements: number } {
  let [depth, deepest, elements] = [0, 0, 0];
  for (let at = text.indexOf("<"); at >= 0 && deepest <= LIMIT_DEPTH && elements <= LIMIT_ELEMENTS; ) {
    const next = text[at + 1];
    const end = next === "!" && text.startsWith("<!--", at) ? text.indexOf("-->", at) : text.indexOf(">", at);
    if (end < 0) break;
    if (next === "/") depth -= 1;
    else if (next !== "!" && next !== "?") {
      elements += 1;
      if (text[end - 1] !== "/") depth += 1;
      deepest = Math.max(deepest, depth);
    }
    at = text.indexOf("<", end);
  }
  return { depth: deepest, elements };
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  htmlEntities: false,
});

/** An element as the parser gives it in order: its name with its content, and `:@` with its attributes. */
type Ordered = Readonly<Record<string, readonly Ordered[] | string | Readonly<Record<string, string>>>>;

function nameOf(ordered: Ordered): string | undefined {
  return Object.keys(ordered).find((key) => key !== ":@" && key !== "#text");
}

function toElement(ordered: Ordered): XmlElement {
  const name = nameOf(ordered) ?? "";
  const content = (ordered[name] ?? []) as readonly Ordered[];
  const text = content.map((each) => (typeof each["#text"] === "string" ? each["#text"] : "")).join("");
  return {
    name,
    attributes: { ...((ordered[":@"] ?? {}) as Record<string, string>) },
    text,
    children: content.filter((each) => nameOf(each) !== undefined).map(toElement),
  };
}
