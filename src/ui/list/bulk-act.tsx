"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly label: string;
  readonly things: readonly { readonly id: string; readonly name: string }[];
  /** Does it to one of them; throws where that is refused. */
  readonly act: (id: string) => Promise<unknown>;
}

interface Outcome {
  readonly done: number;
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/** Does one thing to all that are chosen, one after the other; what was refused stays, and says why. */
export function BulkAct({ label, things, act }: Props) {
  const t = useTranslations("lists");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = async () => {
    setBusy(true);
    const left: { name: string; why: string }[] = [];
    for (const { id, name } of things)
      await act(id).catch((error: unknown) => {
        left.push({ name, why: wordsOf(error) });
      });
    setOutcome({ done: things.length - left.length, left });
    setBusy(false);
    router.refresh();
  };
  return (
    <>
      <Button size="small" look="quiet" disabled={isBusy || things.length === 0} onClick={() => void run()}>
        {label}
      </Button>
      <output className="basis-full text-sm empty:hidden">
        {outcome ? (
          <>
            {t("bulkDone", { count: outcome.done })}
            {outcome.left.map((each) => (
              <span key={each.name} className="block text-red">
                ■ {t("bulkLeft", each)}
              </span>
            ))}
          </>
        ) : null}
      </output>
    </>
  );
}
