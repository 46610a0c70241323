"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { ReasonForm } from "./reason-form";

interface Props {
  readonly basketId: string;
  readonly caseId: string;
  readonly day: string;
  readonly title: string;
}

/** Says of a failing case that its other outcome is meant. */
export function AcknowledgeCase({ basketId, caseId, day, title }: Props) {
  const t = useTranslations("law");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("acknowledge")}
      description={title}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          {t("acknowledge")}
          <span className="sr-only"> {title}</span>
        </Button>
      }
    >
      <ReasonForm
        words={t("acknowledgeNow")}
        send={(reason) =>
          api(`/law/baskets/${basketId}/acknowledgements`, { method: "POST", json: { caseId, day, reason } })
        }
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  );
}
