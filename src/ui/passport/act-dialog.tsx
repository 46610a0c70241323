"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

interface Props {
  readonly words: { readonly title: string; readonly lead: string; readonly act: string; readonly done?: string };
  readonly look: "primary" | "danger" | "quiet";
  readonly act: () => Promise<unknown>;
  readonly onDone?: () => void;
}

/** An act that is asked about once more before it is done. */
export function ActDialog({ words, look, act, onDone }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    return act()
      .then(
        () => {
          setOpen(false);
          if (words.done) toast.success(words.done);
          if (onDone) onDone();
          else router.refresh();
        },
        (error: unknown) => void toast.error(wordsOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title={words.title}
      description={words.lead}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look={look === "danger" ? "bare" : look}>{words.title}</Button>}
    >
      <Button
        look={look === "quiet" ? "primary" : look}
        disabled={isBusy}
        onClick={() => void go()}
        className="self-end"
      >
        {words.act}
      </Button>
    </Dialog>
  );
}
