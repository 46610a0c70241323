"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/ui/parts/dialog";
import { Kbd } from "@/ui/parts/kbd";
import { useStored } from "@/ui/parts/stored";
import { Switch } from "@/ui/parts/switch";
import { SHORTCUTS, SINGLE_KEYS } from "./shortcuts";

type Screen = keyof typeof SHORTCUTS;

/** More keys than can be pressed together are a range of which each does it. */
const RANGE = 4;

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The shortcuts that there are, and the switch for those of a single key. */
export function ShortcutDialog({ isOpen, onOpenChange }: Props) {
  const t = useTranslations("shortcuts");
  const [singleKeys, setSingleKeys] = useStored(SINGLE_KEYS, "on");
  return (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="gap-x-8 sm:columns-2">
        {(Object.keys(SHORTCUTS) as Screen[]).map((screen) => (
          <section key={screen} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted">{t(`screen.${screen}`)}</h3>
            <dl>
              {Object.entries(SHORTCUTS[screen]).map(([name, keys]: [string, readonly string[]]) => (
                <div key={name} className="flex min-h-7 items-center gap-3 text-sm">
                  <dt>{t(`act.${name}`)}</dt>
                  <dd className="ml-auto flex items-center gap-1">
                    {keys.length > RANGE ? (
                      <>
                        <Kbd>{keys[0]}</Kbd>–<Kbd>{keys.at(-1)}</Kbd>
                      </>
                    ) : (
                      keys.map((key) => <Kbd key={key}>{key}</Kbd>)
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="border-t pt-3">
        <Switch checked={singleKeys === "on"} onCheckedChange={(on) => setSingleKeys(on ? "on" : "off")}>
          {t("singleKeys")}
        </Switch>
        <p className="mt-1 text-xs text-muted">{t("singleKeysHint")}</p>
      </div>
    </Dialog>
  );
}
