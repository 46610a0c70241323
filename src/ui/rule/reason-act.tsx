"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ReasonForm } from "@/ui/law/reason-form";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly icon?: ReactNode;
  readonly isGrave?: boolean;
  readonly isSmall?: boolean;
  readonly send: (reason: string) => Promise<unknown>;
}

/** An act that is done with a reason. */
export function ReasonAct({ title, lead, words, icon, isGrave = false, isSmall = false, send }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={title}
      description={lead}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look={isGrave ? "danger" : "quiet"} size={isSmall ? "small" : "normal"}>
          {icon}
          {words}
        </Button>
      }
    >
      <ReasonForm
        words={words}
        isGrave={isGrave}
        send={send}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  );
}
