import type { CodecOf, MessageCodec, Syntax } from "@/application/message-codec";
import type { CebCode } from "@/contracts/ceb-codes";
import type { MessageKind } from "@/domain/message/message";
import { createCebCodec } from "./ceb/codec";
import { createCebCodes } from "./ceb/codes";
import { EDIFACT_CODEC } from "./edifact/codec";
import { WCO_JSON_CODEC, WCO_XML_CODEC } from "./wco/codec";

const RETAIL: readonly MessageKind[] = [
  "order",
  "payment",
  "waybill",
  "inventory",
  "cancellation",
  "return",
  "receipt",
  "schema_error",
  "tax_bill",
];
const GENERAL: readonly MessageKind[] = ["declaration", "receipt"];

/** The kinds of message that each syntax has a form for. */
const KINDS: Readonly<Record<Syntax, readonly MessageKind[]>> = {
  ceb: RETAIL,
  edifact: GENERAL,
  "wco-json": GENERAL,
  "wco-xml": GENERAL,
};

/** All codecs, with the code lists of the retail messages. */
export function createCodecs(codes: readonly CebCode[]): CodecOf {
  const codecs: Readonly<Record<Syntax, MessageCodec>> = {
    ceb: createCebCodec(createCebCodes(codes)),
    edifact: EDIFACT_CODEC,
    "wco-json": WCO_JSON_CODEC,
    "wco-xml": WCO_XML_CODEC,
  };
  return (syntax, kind) => (KINDS[syntax].includes(kind) ? codecs[syntax] : null);
}

/** The syntax that bytes seem to be in, by how they begin; null where none is. Reading them decides. */
export function syntaxOf(bytes: Uint8Array): Syntax | null {
  const start = Buffer.from(bytes.subarray(0, 1000))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^UN[AB]/.test(start)) return "edifact";
  if (start.startsWith("{")) return "wco-json";
  if (!start.startsWith("<")) return null;
  return /<(\w+:)?CEB\d{3}Message\b/.test(start) ? "ceb" : "wco-xml";
}
