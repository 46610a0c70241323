"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

/** Closes an incident with what was found, so that the log is published again. */
export function ResolveIncident({ incidentId }: { readonly incidentId: string }) {
  const t = useTranslations("log");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [resolution, setResolution] = useState("");
  const resolve = () =>
    api(`/log/incidents/${incidentId}/resolution`, { method: "POST", json: { resolution } }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Dialog
      title={t("resolveTitle")}
      description={t("resolveLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small" className="self-start">
          {t("resolve")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void resolve();
        }}
      >
        <TextField
          label={t("resolution")}
          value={resolution}
          onChange={(event) => setResolution(event.target.value)}
          required
          minLength={10}
        />
        <Button type="submit" className="self-end">
          {t("resolve")}
        </Button>
      </form>
    </Dialog>
  );
}
