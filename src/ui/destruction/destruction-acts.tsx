"use client";

import { Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { DestructionView } from "@/contracts/views/destruction";
import type { DestructionAct } from "@/domain/destruction/destruction";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { CertifyDestruction } from "./certify-destruction";
import { ExplainStep } from "./explain-step";
import { StateDestruction } from "./state-destruction";

/** What of a step goes where. */
const SENT = {
  approve: { path: "decision", json: { approve: true } },
  cancel: { path: "cancellation", json: undefined },
  confirm: { path: "confirmation", json: { agrees: true } },
} as const;

/** What the reader may do with a destruction now, and its print. */
export function DestructionActs({
  destruction,
  today,
}: {
  readonly destruction: DestructionView;
  readonly today: string;
}) {
  const t = useTranslations("destruction");
  const { id, acts } = destruction;
  const has = (act: DestructionAct) => acts.includes(act);
  return (
    <>
      <Button look="quiet" onClick={() => window.print()}>
        <Printer aria-hidden />
        {t("print")}
      </Button>
      {has("cancel") ? <Send id={id} act="cancel" look="quiet" /> : null}
      {has("refuse") ? <ExplainStep id={id} act="refuse" /> : null}
      {has("approve") ? <Send id={id} act="approve" /> : null}
      {has("state") ? <StateDestruction destruction={destruction} today={today} /> : null}
      {has("dispute") ? <ExplainStep id={id} act="dispute" /> : null}
      {has("confirm") ? <Send id={id} act="confirm" /> : null}
      {has("certify") ? <CertifyDestruction id={id} today={today} /> : null}
    </>
  );
}

function Send({ id, act, look }: { readonly id: string; readonly act: keyof typeof SENT; readonly look?: "quiet" }) {
  const t = useTranslations("destruction");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const { path, json } = SENT[act];
  const send = () => {
    setBusy(true);
    return api(`/destructions/${id}/${path}`, {
      method: "POST",
      ...(json ? { json } : {}),
      headers: { "idempotency-key": newKey() },
    })
      .then(
        () => {
          toast.success(t("done"));
          router.refresh();
        },
        (error: unknown) => void toast.error(wordsOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Button disabled={isBusy} onClick={() => void send()} {...(look ? { look } : {})}>
      {t(`act.${act}`)}
    </Button>
  );
}
