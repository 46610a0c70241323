"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { toast } from "sonner";
import type { DocumentView, FieldView } from "@/contracts/views";
import { FieldRow } from "@/ui/document/field-row";
import { PageView } from "@/ui/document/page-view";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
  readonly siblings: readonly { readonly id: string; readonly fileName: string }[];
  readonly initialField: string | null;
}

/** The page at the left, what was read from it at the right, one highlight for both. */
export function Validation({ document, reference, siblings, initialField }: Props) {
  const t = useTranslations("validation");
  const types = useTranslations("documentType");
  const router = useRouter();
  const [fields, setFields] = useState(document.fields);
  const [active, setActive] = useState<string | null>(
    initialField ?? document.fields.find((field) => field.isUnsure)?.id ?? null,
  );
  const isWide = useIsWide();
  const rows = useRef<HTMLDivElement>(null);
  const unsure = fields.filter((field) => field.isUnsure);

  useEffect(() => setFields(document.fields), [document.fields]);
  useEffect(() => {
    if (initialField) rows.current?.querySelector<HTMLInputElement>(`[data-field="${initialField}"] input`)?.focus();
  }, [initialField]);

  const focusNext = (after: string) => {
    const from = fields.findIndex((field) => field.id === after);
    const next = [...fields.slice(from + 1), ...fields.slice(0, from)].find(
      (field) => field.isUnsure && field.id !== after,
    );
    if (next) rows.current?.querySelector<HTMLInputElement>(`[data-field="${next.id}"] input`)?.focus();
    return next !== undefined;
  };
  const settle = async (field: FieldView, value: string | null) => {
    try {
      const settled = await api<FieldView>(`/fields/${field.id}/${value === "" ? "rejection" : "confirmation"}`, {
        method: "POST",
        json: value === null || value === "" || value === field.value ? {} : { value },
      });
      setFields((all) => all.map((each) => (each.id === field.id ? settled : each)));
    } catch (error) {
      toast.error(wordsOf(error));
    }
  };
  const confirmAll = async () => {
    for (const field of unsure) await settle(field, null);
    router.refresh();
  };

  const row = (field: FieldView) => (
    <FieldRow
      key={`${field.id}:${field.value}:${field.status}`}
      field={field}
      document={document}
      isActive={field.id === active}
      onActivate={() => setActive(field.id)}
      onConfirm={(value) => {
        focusNext(field.id);
        void settle(field, value.trim());
      }}
      onNext={() => focusNext(field.id)}
      onConfirmAll={() => void confirmAll()}
    />
  );
  const left = (
    <PageView
      document={document}
      fields={fields}
      active={active}
      onActivate={(id) => rows.current?.querySelector<HTMLInputElement>(`[data-field="${id}"] input`)?.focus()}
      onHover={setActive}
    />
  );
  const right = (
    <div ref={rows} className="flex h-full flex-col gap-4 overflow-y-auto p-4">
      <Section title={t("header")} fields={fields.filter((field) => field.line === null)} draw={row} />
      <Section title={t("lines")} fields={fields.filter((field) => field.line !== null)} draw={row} />
      {fields.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
    </div>
  );

  return (
    <div className="flex h-[calc(100dvh-3.5rem-4rem)] flex-col md:h-[calc(100dvh-3.5rem)]">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b bg-panel px-4 py-2.5">
        <Link
          href={`/broker/shipments/${document.shipmentId}?tab=declaration`}
          className="text-[13px] text-accent underline"
        >
          {reference}
        </Link>
        <h1 className="text-sm font-semibold">{document.fileName}</h1>
        <span className="text-[13px] text-muted">
          {document.type ? types(document.type) : t(`state.${document.state}`)}
        </span>
        {siblings
          .filter((each) => each.id !== document.id)
          .map((each) => (
            <Link key={each.id} href={`/broker/documents/${each.id}`} className="text-[13px] text-accent underline">
              {each.fileName}
            </Link>
          ))}
        <span
          role="status"
          data-testid="to-confirm"
          className={unsure.length > 0 ? "ml-auto font-medium text-yellow" : "ml-auto font-medium text-green"}
        >
          {unsure.length > 0 ? `▲ ${t("toConfirm", { count: unsure.length })}` : `✓ ${t("allConfirmed")}`}
        </span>
        {unsure.length > 0 ? (
          <Button size="small" look="quiet" onClick={() => void confirmAll()}>
            {t("confirmAll")}
          </Button>
        ) : null}
      </div>
      {isWide ? (
        <Group orientation="horizontal" className="min-h-0 flex-1">
          <Panel defaultSize="58%" minSize="30%">
            {left}
          </Panel>
          <Separator className="w-1.5 bg-line hover:bg-accent" aria-label={t("resize")} />
          <Panel defaultSize="42%" minSize="25%">
            {right}
          </Panel>
        </Group>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="h-72 border-b">{left}</div>
          {right}
        </div>
      )}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly fields: readonly FieldView[];
  readonly draw: (field: FieldView) => ReactNode;
}

function Section({ title, fields, draw }: SectionProps) {
  if (fields.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5 text-[12px] font-medium text-muted">{title}</h2>
      <ul className="flex flex-col gap-1">{fields.map(draw)}</ul>
    </section>
  );
}

const WIDE = "(min-width: 900px)";

function useIsWide(): boolean {
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const tell = () => setWide(query.matches);
    tell();
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, []);
  return isWide;
}
