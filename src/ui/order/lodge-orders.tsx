"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { OrderRowView } from "@/contracts/views/order";
import { Amount } from "@/ui/parts/amount";
import { api, newKey, type Problem, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

interface Preview {
  readonly eligible: readonly string[];
  readonly goodsValue: string;
  readonly exceptions: readonly { readonly orderId: string; readonly reason: string }[];
}

interface Lodged {
  readonly orders: readonly { readonly orderId: string; readonly problem: Problem | null }[];
}

interface Props {
  readonly rows: readonly OrderRowView[];
}

/** Lodges the chosen orders: first how many would go, what they are worth, and which stay and why. */
export function LodgeOrders({ rows }: Props) {
  const t = useTranslations("orders.lodge");
  const router = useRouter();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [lodged, setLodged] = useState<Lodged | null>(null);
  const [key, setKey] = useState("");
  const [isBusy, setBusy] = useState(false);
  // Those that were chosen when it was opened; what is lodged leaves the list beneath.
  const [asked, setAsked] = useState(rows);
  const numberOf = (id: string) => asked.find((row) => row.id === id)?.orderNumber ?? id;
  const fail = (error: unknown) => toast.error(wordsOf(error));
  const open = () => {
    // One key for one intention, however often it is pressed.
    setKey(newKey());
    setAsked(rows);
    const json = { orderIds: rows.map((row) => row.id) };
    return api<Preview>("/orders/lodge/preview", { method: "POST", json }).then(setPreview, fail);
  };
  const lodge = async () => {
    setBusy(true);
    const json = { orderIds: preview?.eligible ?? [] };
    await api<Lodged>("/orders/lodge", { method: "POST", json, headers: { "idempotency-key": key } }).then((done) => {
      setLodged(done);
      router.refresh();
    }, fail);
    setBusy(false);
  };
  const close = () => {
    setPreview(null);
    setLodged(null);
  };
  const refused = lodged?.orders.flatMap(({ orderId, problem }) => (problem ? [{ orderId, problem }] : [])) ?? [];
  return (
    <>
      <Button size="small" disabled={rows.length === 0} onClick={() => void open()}>
        {t("act")}
      </Button>
      <Dialog title={t("title")} isOpen={preview !== null} onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
        {lodged ? (
          <>
            <p className="font-medium text-green">✓ {t("done", { count: lodged.orders.length - refused.length })}</p>
            {refused.length > 0 ? (
              <p className="text-sm text-red">■ {t("refused", { count: refused.length })}</p>
            ) : null}
            <Reasons
              rows={refused.map(({ orderId, problem }) => [
                numberOf(orderId),
                problem.errors?.[0]?.message ?? problem.title,
              ])}
            />
            <Button look="quiet" onClick={close}>
              {t("close")}
            </Button>
          </>
        ) : preview ? (
          <>
            <p className="text-sm">
              <strong>{t("goes", { count: preview.eligible.length })}</strong> · {t("worth")}{" "}
              <Amount value={preview.goodsValue} currency="CNY" />
            </p>
            {preview.exceptions.length > 0 ? (
              <p className="text-xs font-medium text-muted">{t("left", { count: preview.exceptions.length })}</p>
            ) : null}
            <Reasons
              rows={preview.exceptions.map(({ orderId, reason }) => [
                numberOf(orderId),
                t.has(`why.${reason}`) ? t(`why.${reason}`) : reason,
              ])}
            />
            <Button
              disabled={isBusy || preview.eligible.length === 0}
              onClick={() => void lodge()}
              className="self-end"
            >
              {t("confirm", { count: preview.eligible.length })}
            </Button>
          </>
        ) : null}
      </Dialog>
    </>
  );
}

function Reasons({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className="max-h-48 overflow-y-auto text-sm">
      {rows.map(([number, why]) => (
        <li key={number} className="flex gap-3">
          <span className="break-all">{number}</span>
          <span className="ml-auto text-right text-muted">{why}</span>
        </li>
      ))}
    </ul>
  );
}
