import { checkMessage } from "@/domain/message/check-message";
import {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "@/domain/message/declaration-form";
import type { MessageFault } from "@/domain/message/fault";
import type { DeclarationMessage, DeclaredLine } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { fromUn, toUn, unitsWithoutCode } from "../un-values";
import {
  DOCUMENT,
  DOCUMENT_PATHS,
  DUTY,
  DUTY_PATHS,
  HEAD_PATHS,
  ITEM,
  LINE_PATHS,
  PREVIOUS,
  PREVIOUS_PATHS,
} from "./paths";
import { add, emptyNode, harvest, type Node, plant } from "./tree";

const FORM = "WCO Declaration";

/** The tree of a declaration. */
export function declarationTree(message: DeclarationMessage): Result<Node, readonly MessageFault[]> {
  const wrong = [...checkMessage(FORM, message), ...unitsWithoutCode(FORM, message)];
  if (wrong.length > 0) return err(wrong);
  const head = { ...toUn(DECLARATION_HEAD, message.head), messageId: message.messageId };
  const root = plant(emptyNode("Declaration"), HEAD_PATHS, head);
  for (const each of message.documents) plant(add(root, DOCUMENT), DOCUMENT_PATHS, each);
  for (const each of message.previousDocuments) plant(add(root, PREVIOUS), PREVIOUS_PATHS, each);
  for (const line of message.lines) {
    const item = plant(add(root, ITEM), LINE_PATHS, line.values);
    for (const each of line.documents) plant(add(item, DOCUMENT), DOCUMENT_PATHS, each);
    for (const each of line.duties) plant(add(item, DUTY), DUTY_PATHS, each);
  }
  return ok(root);
}

/** The declaration of a tree; what the tree has beyond it is added to the faults. */
export function readDeclarationTree(root: Node, faults: MessageFault[]): DeclarationMessage {
  const found = harvest(root, HEAD_PATHS, [DOCUMENT, PREVIOUS, ITEM], { form: FORM, at: "", faults });
  const { messageId, ...head } = found.values;
  const declaration: DeclarationMessage = {
    kind: "declaration",
    messageId: messageId ?? "",
    head: fromUn(DECLARATION_HEAD, head) as DeclarationMessage["head"],
    documents: found.listOf(DOCUMENT).map((node) => documentOf(node, faults)),
    previousDocuments: found.listOf(PREVIOUS).map((node) => {
      const { values } = harvest(node, PREVIOUS_PATHS, [], { form: FORM, at: `${PREVIOUS}/`, faults });
      return fromUn(PREVIOUS_DOCUMENT, values) as DeclarationMessage["previousDocuments"][number];
    }),
    lines: found.listOf(ITEM).map((node, index) => readItem(node, `${ITEM}[${index + 1}]/`, faults)),
  };
  faults.push(...unitsWithoutCode(FORM, declaration));
  return declaration;
}

function readItem(item: Node, at: string, faults: MessageFault[]): DeclaredLine {
  const found = harvest(item, LINE_PATHS, [DOCUMENT, DUTY], { form: FORM, at, faults });
  return {
    values: fromUn(DECLARATION_LINE, found.values) as DeclaredLine["values"],
    documents: found.listOf(DOCUMENT).map((node) => documentOf(node, faults)),
    duties: found.listOf(DUTY).map((node) => {
      const { values } = harvest(node, DUTY_PATHS, [], { form: FORM, at: `${at}${DUTY}/`, faults });
      return fromUn(LINE_DUTY, values) as DeclaredLine["duties"][number];
    }),
  };
}

function documentOf(node: Node, faults: MessageFault[]): DeclaredLine["documents"][number] {
  const { values } = harvest(node, DOCUMENT_PATHS, [], { form: FORM, at: `${DOCUMENT}/`, faults });
  return fromUn(SUPPORTING_DOCUMENT, values) as DeclaredLine["documents"][number];
}
