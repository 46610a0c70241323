import { checkMessage } from "@/domain/message/check-message";
import { fault, type MessageFault } from "@/domain/message/fault";
import { RECEIPT } from "@/domain/message/forms";
import { NO_NUMBERS, type ReceiptMessage, type ReceiptText, type SentKind } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { fromUn, toUn, UN_NUMBERS, withoutPlace } from "../un-values";
import { fieldAt, pointerTo } from "./paths";
import { add, emptyNode, harvest, type Node, plant } from "./tree";

const FORM = "WCO Response";

/** What is answered: an import declaration, or an inventory list of a retail import, which is between the partners. */
const ANSWERED: Partial<Record<SentKind, string>> = { declaration: "IM", inventory: "ZRI" };

const PATHS = {
  messageId: "CommunicationMetaData/ID",
  recordId: "CommunicationMetaData/ReferenceID",
  ownNumber: "FunctionalReferenceID",
  returnedAt: "IssueDateTime",
  customsOffice: "DeclarationOffice/ID",
  agentCode: "Agent/ID",
  of: "Declaration/TypeCode",
  entryNumber: "Declaration/ID",
  preEntryNumber: "Declaration/ProvisionalID",
  merchantCode: "Declaration/GoodsShipment/Seller/ID",
  platformCode: "Declaration/GoodsShipment/Platform/ID",
  status: "Status/NameCode",
} as const;

const ERROR = "Error";
const ERROR_PATHS = { code: "ValidationCode", text: "Description", pointer: "Pointer/Location" } as const;

/** The tree of a response. */
export function responseTree(receipt: ReceiptMessage): Result<Node, readonly MessageFault[]> {
  const of = ANSWERED[receipt.of];
  const homeless = of ? [] : [fault("no_place", FORM, "of", { value: receipt.of })];
  const pointers = receipt.texts.map(({ at }) => (at === null ? null : pointerTo(at)));
  const lost = receipt.texts.flatMap(({ at }, index) =>
    at !== null && pointers[index] === null ? [fault("no_place", FORM, `texts/${index + 1}/at`, { value: at })] : [],
  );
  const wrong = [...checkMessage(FORM, receipt), ...withoutPlace(FORM, receipt), ...homeless, ...lost];
  if (wrong.length > 0) return err(wrong);
  const { messageId, recordId, status, returnedAt, numbers } = receipt;
  const values = toUn(RECEIPT, { ...numbers, messageId, recordId, status, returnedAt, of: of ?? null });
  const root = plant(emptyNode("Response"), PATHS, values);
  receipt.texts.forEach(({ code, text }, index) => {
    plant(add(root, ERROR), ERROR_PATHS, { code, text, pointer: pointers[index] ?? null });
  });
  return ok(root);
}

/** The receipt of a tree; what the tree has beyond it is added to the faults. */
export function readResponseTree(root: Node, faults: MessageFault[]): ReceiptMessage {
  const found = harvest(root, PATHS, [ERROR], { form: FORM, at: "", faults });
  const values = fromUn(RECEIPT, found.values);
  const of = (Object.keys(ANSWERED) as SentKind[]).find((kind) => ANSWERED[kind] === values.of);
  if (!of) faults.push(fault("unknown_message", FORM, PATHS.of, { value: values.of ?? "" }));
  return {
    kind: "receipt",
    of: of ?? "declaration",
    messageId: values.messageId ?? "",
    recordId: values.recordId ?? "",
    profile: "un",
    numbers: { ...NO_NUMBERS, ...Object.fromEntries(UN_NUMBERS.map((name) => [name, values[name] ?? null])) },
    status: values.status ?? "",
    returnedAt: values.returnedAt ?? "",
    texts: found.listOf(ERROR).map((node, index) => readError(node, index, faults)),
  };
}

function readError(node: Node, index: number, faults: MessageFault[]): ReceiptText {
  const { values } = harvest(node, ERROR_PATHS, [], { form: FORM, at: `${ERROR}[${index + 1}]/`, faults });
  const { code = null, text = null, pointer = null } = values;
  const at = pointer === null ? null : fieldAt(pointer);
  if (pointer !== null && at === null)
    faults.push(fault("wrong_reference", FORM, `${ERROR}[${index + 1}]/Pointer/Location`, { value: pointer }));
  return { code, text: text ?? "", at };
}
