"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import { type Comparison, conflictsByField, reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { api, wordsOf } from "@/ui/parts/api-client";
import { createDrafts } from "./drafts";
import { remember } from "./known-fields";
import type { ValidationModel } from "./model";
import { nextPaper } from "./next-paper";
import { isOpenField, openCounts } from "./open-fields";
import { planFinish } from "./plan-finish";
import { entryOf, reopened, settled } from "./settle";
import { askedSlots, emptySlot, inOrder, isUnplaced, missingNames, type Sibling, toFacts } from "./slots";
import { tabStop } from "./tab-order";
import { useFocusWhenDrawn } from "./use-focus-when-drawn";
import { useRuling } from "./use-ruling";
import { useServerFields } from "./use-server-fields";
import { useSettling } from "./use-settling";

interface Given {
  readonly document: DocumentView;
  readonly siblings: readonly Sibling[];
  readonly initialField: string | null;
}

/** The model of the validation screen. Every act is shown at once and taken back when the server refuses it. */
export function useValidation({ document, siblings: given, initialField }: Given): ValidationModel {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const reveal = useRef<((line: number) => void) | null>(null);
  const cellSettled = useRef<ValidationModel["cellSettled"]["current"]>(null);
  const told = useRef<ReadonlySet<string>>(new Set());
  const [drafts] = useState(createDrafts);
  const { fields, setFields, papers, siblings, setPapers, track } = useServerFields(document, given);
  const [activeId, setActive] = useState<string | null>(initialField);
  const [isFocused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<string | null>(null);
  const [said, say] = useState("");
  const later = useFocusWhenDrawn(root);

  const [added, setAdded] = useState<readonly string[]>([]);
  const asked = useMemo(
    () => (document.state === "read" ? askedSlots(document, fields, added) : []),
    [document, fields, added],
  );
  const comparisons = useMemo(() => compare(document, fields, siblings), [document, fields, siblings]);
  const conflicts = useMemo(() => conflictsByField(comparisons), [comparisons]);
  const order = useMemo(() => inOrder([...fields, ...asked]), [fields, asked]);
  const isOpen = useCallback((field: FieldView) => isOpenField(field, conflicts), [conflicts]);
  const open = useMemo(() => order.filter(isOpen), [order, isOpen]);
  const counts = useMemo(
    () => openCounts([{ ...document, fields }, ...siblings]).ofDocument,
    [document, fields, siblings],
  );
  useEffect(() => remember(document.id, fields), [document.id, fields]);

  const focus = (fieldId: string) => {
    const input = () => root.current?.querySelector<HTMLInputElement>(`[data-field="${fieldId}"] input`);
    const found = input();
    if (found) return found.focus();
    const line = order.find((field) => field.id === fieldId)?.line;
    if (line === null || line === undefined) return;
    reveal.current?.(line);
    // The line is drawn in the next frame or the one after.
    requestAnimationFrame(() => requestAnimationFrame(() => input()?.focus()));
  };
  const focusNext = (from: string, step: 1 | -1) => {
    const next = tabStop({ order, isStop: (field) => isOpen(field) || asked.includes(field) }, from, step);
    if (next) focus(next.id);
    return next !== null;
  };
  const focusRound = (from: string, isLeft: (field: FieldView) => boolean) => {
    const at = order.findIndex((field) => field.id === from);
    const next = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].find(isLeft);
    if (next) focus(next.id);
  };
  const settling = useSettling({ drafts, setFields, track, cellSettled });
  const settle = (field: FieldView, value: string | null) => {
    const left = open.filter((each) => each.id !== field.id).length;
    say(t(value === null ? "said.absent" : "said.confirmed", { name: names(field.name), count: left }));
    settling.send(field, value);
  };
  const confirm = (field: FieldView) => {
    const text = drafts.get(field.id)?.text ?? field.value;
    const entry =
      text === field.value && text !== "" ? { kind: "value" as const, value: text } : entryOf(field.name, text);
    if (entry.kind === "malformed") {
      say(t("said.malformed", { name: names(field.name) }));
      toast.error(t("said.malformed", { name: names(field.name) }));
      return false;
    }
    if (entry.kind === "rewritten") {
      drafts.set(field.id, { text: entry.value, place: drafts.get(field.id)?.place ?? null });
      say(t("said.rewritten", { value: entry.value }));
      return false;
    }
    settle(field, entry.kind === "absent" ? null : entry.value);
    return true;
  };
  const everything = [...fields, ...asked];
  const vouch = (all: readonly FieldView[]) => {
    const ids = new Set(all.map((field) => field.id));
    setFields((now) => now.map((each) => (ids.has(each.id) ? settled(each, each.value, null) : each)));
    void track(
      api<{ fields: readonly FieldView[] }>(`/documents/${document.id}/confirmation`, {
        method: "POST",
        json: { seen: all.map(({ id, value }) => ({ id, value })) },
      }).then(
        ({ fields: kept }) => {
          const byId = new Map(kept.map((field) => [field.id, field]));
          setFields((now) => now.map((each) => byId.get(each.id) ?? each));
        },
        (error: unknown) => {
          toast.error(wordsOf(error));
          router.refresh();
        },
      ),
    );
  };
  const goOn = () => {
    const next = nextPaper(document.id, papers);
    say(t(next ? "said.nextPaper" : "said.lastPaper"));
    router.push(next ? `/broker/documents/${next.id}` : `/broker/shipments/${document.shipmentId}?tab=declaration`);
  };
  const finish = () => {
    // What was typed and left counts as much as what is being typed: nobody vouches for what it was to replace.
    const cells = drafts.ids().flatMap((id) => slotOf(document.id, id) ?? []);
    const places = [...everything, ...cells.filter(({ id }) => drafts.get(id)?.text.trim() !== "")];
    const typed = new Map(
      places.flatMap((field) => {
        const draft = drafts.get(field.id);
        return draft ? [[field.id, draft] as const] : [];
      }),
    );
    for (const field of places) if (typed.has(field.id) && !confirm(field)) return focus(field.id);
    const now = order.map((field) => {
      const draft = typed.get(field.id);
      return draft ? settled(field, draft.text.trim() || null, draft.place) : field;
    });
    const { vouched, undecided, stop } = planFinish({
      fields: now,
      conflicts: conflictsByField(compare(document, now, siblings)),
      isTyped: typed.size > 0,
      told: told.current,
    });
    if (vouched.length > 0) vouch(vouched);
    told.current = new Set(undecided.map((field) => field.id));
    if (!stop) return goOn();
    say(t("said.undecided", { count: undecided.length }));
    toast(t("said.undecided", { count: undecided.length }));
    return focus(stop.id);
  };
  const { rule } = useRuling({ document, setFields, setPapers, track, say });
  const ruleAndGoOn = (comparison: Comparison, documentId: string) => {
    rule(comparison, documentId);
    if (activeId) focusRound(activeId, (each) => isOpen(each) && conflicts.get(each.id) !== comparison);
  };
  return {
    document,
    fields,
    asked,
    missing: document.state === "read" ? missingNames([...fields, ...asked]) : [],
    addValue: (name) => {
      setAdded((names) => [...names, name]);
      later.want(emptySlot(document.id, name, null).id);
    },
    papers,
    siblings,
    comparisons,
    conflicts,
    open,
    counts,
    drafts,
    active: everything.find((field) => field.id === activeId) ?? slotOf(document.id, activeId),
    isFocused,
    lit: hovered ?? activeId,
    said,
    root,
    reveal,
    cellSettled,
    activate: (fieldId) => {
      later.forget();
      setActive(fieldId);
      setFocused(true);
    },
    leave: () => setFocused(false),
    hover: setHovered,
    focus,
    focused: () => focusedField(root.current),
    focusNext,
    confirm,
    confirmAndGoOn: (field) => {
      const comparison = conflicts.get(field.id);
      // Who vouches for a value that another paper denies says that this paper is right.
      if (comparison && drafts.get(field.id) === null) return ruleAndGoOn(comparison, document.id);
      if (!confirm(field)) return;
      const isLeft = (each: FieldView) => each.id !== field.id && isOpen(each);
      // What was just confirmed may still contradict another paper, and that is asked next.
      focusRound(field.id, isLeft);
    },
    settle,
    finish,
    propose: (field, draft) => {
      drafts.set(field.id, draft);
      // A reading takes a while, and whoever types elsewhere by then goes on typing there.
      const typing = focusedField(root.current);
      if (typing === null || typing === field.id) focus(field.id);
    },
    giveBack: (field) => {
      const back = field.status === "suggested" ? field : reopened(field);
      say(back?.value ? t("said.givenBack", { value: back.value }) : t("said.givenBackNothing"));
      drafts.set(field.id, null);
      if (field.status !== "suggested") settling.reopen(field);
      // The place of what was added is asked again.
      if (!back) later.want(emptySlot(document.id, field.name, field.line).id);
    },
    rule: ruleAndGoOn,
    replaceFields: setFields,
    say,
  };
}

/** The id of the field whose input has the focus; null when none has. */
function focusedField(root: HTMLElement | null): string | null {
  const at = root?.contains(window.document.activeElement) ? window.document.activeElement : null;
  return at instanceof HTMLInputElement ? (at.closest<HTMLElement>("[data-field]")?.dataset.field ?? null) : null;
}

/** Holds this paper, as it stands here, against the others of its shipment. */
function compare(document: DocumentView, fields: readonly FieldView[], siblings: readonly Sibling[]) {
  if (isUnplaced(document)) return [];
  const others = siblings.filter((each) => !isUnplaced(each)).flatMap((each) => toFacts(each, each.fields));
  return reconcileDocuments([...toFacts(document, fields), ...others]);
}

/** The empty cell of a grid by its id; it is no field yet. */
function slotOf(documentId: string, id: string | null): FieldView | null {
  const [, line, name] = /^cell:(\d+):(\w+)$/.exec(id ?? "") ?? [];
  return name === undefined ? null : emptySlot(documentId, name, Number(line));
}
