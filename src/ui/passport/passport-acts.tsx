"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { PassportView } from "@/contracts/views/passport";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { ActDialog } from "./act-dialog";
import { TakeBack } from "./take-back";

type Shown = Pick<PassportView, "id" | "state" | "isSuspendedByReader" | "page">;

/** What may be done with a passport as it stands. */
export function PassportActs({ passport }: { readonly passport: Shown }) {
  const t = useTranslations("passport");
  const router = useRouter();
  const { id, state, isSuspendedByReader, page } = passport;
  const post = <T,>(path: string) =>
    api<T>(`/passports/${id}/${path}`, { method: "POST", headers: { "idempotency-key": newKey() } });
  const renew = () =>
    post<{ id: string }>("versions").then(
      (made) => router.push(`/broker/passports/${made.id}`),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  if (state === "draft")
    return (
      <>
        <ActDialog
          words={{ title: t("discard"), lead: t("discardSure"), act: t("discard") }}
          look="danger"
          act={() => api(`/passports/${id}`, { method: "DELETE" })}
          onDone={() => router.push("/broker/passports?list=drafts")}
        />
        <Button asChild look="quiet">
          <Link href={`/broker/passports/${id}/edit`}>{t("edit")}</Link>
        </Button>
        <ActDialog
          words={{ title: t("issue"), lead: t("issueLead"), act: t("issue"), done: t("issued") }}
          look="primary"
          act={() => post("issue")}
        />
      </>
    );
  return (
    <>
      {page ? (
        <Button asChild look="quiet">
          <a href={page} target="_blank" rel="noreferrer">
            {t("open")}
          </a>
        </Button>
      ) : null}
      {state === "issued" ? (
        <>
          <Button look="quiet" title={t("renewLead")} onClick={() => void renew()}>
            {t("renew")}
          </Button>
          <TakeBack passportId={id} kind="suspend" />
        </>
      ) : null}
      {state === "suspended" && !isSuspendedByReader ? (
        <>
          <ActDialog
            words={{ title: t("lift"), lead: t("liftSure"), act: t("lift") }}
            look="quiet"
            act={() => api(`/passports/${id}/lift`, { method: "POST" })}
          />
          <TakeBack passportId={id} kind="revoke" />
        </>
      ) : null}
    </>
  );
}
