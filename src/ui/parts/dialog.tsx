"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  readonly trigger?: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** A dialog stands in the middle; a sheet comes in from the side and leaves the page beside it readable. */
  readonly place?: "middle" | "side";
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A layer over the page; Escape closes it and the focus returns to where it was. */
export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  place = "middle",
  isWide = false,
  children,
}: Props) {
  const t = useTranslations("shell");
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=open]:animate-fade" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={focusFirstField}
          className={cn(
            "fixed z-50 flex flex-col border bg-panel shadow-lift outline-none",
            place === "side"
              ? "inset-y-0 right-0 w-[min(560px,100vw)] data-[state=open]:animate-slide"
              : "left-1/2 top-1/2 max-h-[90dvh] w-[min(600px,94vw)] -translate-x-1/2 -translate-y-1/2 rounded-lg data-[state=open]:animate-rise",
            isWide && place === "middle" && "w-[min(1240px,94vw)]",
          )}
        >
          <div className="flex items-start gap-3 border-b px-5 py-3.5">
            <div className="min-w-0">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-0.5 text-sm text-muted">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close
              aria-label={t("close")}
              className="-mr-1 ml-auto inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-raised"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div tabIndex={0} className="min-h-0 overflow-y-auto px-5 py-4 focus-visible:-outline-offset-2">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Who opens a form means to fill it in; without a field the focus begins where Radix puts it. */
function focusFirstField(event: Event): void {
  const field = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>(
    "input:not([type=file], [type=hidden]), textarea",
  );
  if (!field) return;
  event.preventDefault();
  field.focus();
}
