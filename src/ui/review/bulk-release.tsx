"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ReviewRowView } from "@/contracts/views/review";
import { DECISION_REASONS } from "@/domain/review/decision";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Amount } from "@/ui/parts/amount";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { cn } from "@/ui/parts/cn";
import { Dialog } from "@/ui/parts/dialog";

interface Preview {
  readonly count: number;
  readonly stake: string;
  readonly lanes: Readonly<Record<string, number>>;
  readonly excluded: readonly Left[];
}

interface Left {
  readonly caseId: string;
  readonly why: string;
}

interface Outcome {
  readonly released: readonly string[];
  readonly left: readonly Left[];
}

interface Props {
  readonly rows: readonly ReviewRowView[];
  /** Where there is nothing to be chosen. */
  readonly isHidden: boolean;
  readonly onDone: () => void;
}

/** Releases the chosen cases for one reason: first what would go, what it is worth and why the rest stays. */
export function BulkRelease({ rows, isHidden, onDone }: Props) {
  const t = useTranslations("review");
  const router = useRouter();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  // Those that were chosen when it was opened; what is released leaves the queue beneath.
  const [asked, setAsked] = useState(rows);
  const idsOf = (cases: readonly ReviewRowView[]) => cases.map((row) => row.caseId);
  const open = () => {
    setAsked(rows);
    return api<Preview>("/reviews/bulk/preview", { method: "POST", json: { caseIds: idsOf(rows) } }).then(
      setPreview,
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  };
  useShortcut(SHORTCUTS.queue.bulk, () => {
    if (rows.length > 0) void open();
  });
  const release = async () => {
    setBusy(true);
    await api<Outcome>("/reviews/bulk", { method: "POST", json: { caseIds: idsOf(asked), reasons } }).then(
      (done) => {
        setOutcome(done);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  const close = () => {
    setPreview(null);
    if (outcome) onDone();
    setOutcome(null);
    setReasons([]);
  };
  const toggle = (code: string) =>
    setReasons((known) => (known.includes(code) ? known.filter((each) => each !== code) : [...known, code]));
  return (
    <>
      <div className={cn("flex min-h-8 items-center gap-3 text-sm", isHidden && "hidden")}>
        <span className="text-muted">{t("bulk.chosen", { count: rows.length })}</span>
        <Button size="small" look="quiet" disabled={rows.length === 0} onClick={() => void open()}>
          {t("bulk.release")}
        </Button>
      </div>
      <Dialog
        title={t("bulk.title")}
        isOpen={preview !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      >
        {outcome ? (
          <>
            <p className="font-medium text-green">✓ {t("bulk.done", { count: outcome.released.length })}</p>
            <LeftOut left={outcome.left} rows={asked} />
            <Button look="quiet" onClick={close}>
              {t("bulk.close")}
            </Button>
          </>
        ) : preview ? (
          <>
            <p className="text-sm">
              <strong>{t("bulk.goes", { count: preview.count })}</strong> ·{" "}
              <Amount value={preview.stake} currency="CNY" />
            </p>
            <LeftOut left={preview.excluded} rows={asked} />
            <div className="flex flex-col gap-1">
              {DECISION_REASONS.pass.map((code) => (
                <ReasonBox key={code} code={code} isChosen={reasons.includes(code)} onToggle={toggle} />
              ))}
            </div>
            <Button
              disabled={isBusy || preview.count === 0 || reasons.length === 0}
              onClick={() => void release()}
              className="self-end"
            >
              {t("bulk.confirm", { count: preview.count })}
            </Button>
          </>
        ) : null}
      </Dialog>
    </>
  );
}

interface ReasonProps {
  readonly code: string;
  readonly isChosen: boolean;
  readonly onToggle: (code: string) => void;
}

function ReasonBox({ code, isChosen, onToggle }: ReasonProps) {
  const words = useTranslations("reasons");
  return (
    <Checkbox checked={isChosen} onCheckedChange={() => onToggle(code)}>
      {words(`decision.${code}`)}
    </Checkbox>
  );
}

function LeftOut({ left, rows }: { readonly left: readonly Left[]; readonly rows: readonly ReviewRowView[] }) {
  const t = useTranslations("review");
  if (left.length === 0) return null;
  return (
    <section aria-label={t("bulk.left", { count: left.length })} className="max-h-48 overflow-y-auto text-sm">
      <h3 className="text-xs font-medium text-muted">{t("bulk.left", { count: left.length })}</h3>
      <ul>
        {left.map(({ caseId, why }) => (
          <li key={caseId} className="flex gap-3">
            <span>{rows.find((row) => row.caseId === caseId)?.reference ?? caseId}</span>
            <span className="ml-auto text-muted">{t.has(`bulk.why.${why}`) ? t(`bulk.why.${why}`) : why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
