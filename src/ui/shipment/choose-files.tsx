"use client";

import { Camera, FileUp, FolderUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const ACCEPTED =
  ".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.gif,.bmp,.heic,.heif,.xml,.zip,.eml,application/pdf,image/*,application/zip,message/rfc822";

/** The ways to give files without a mouse: chosen one by one, a whole folder, or taken with the camera of a phone. */
export function ChooseFiles({ onTake }: { readonly onTake: (files: readonly File[]) => void }) {
  const t = useTranslations("drop");
  return (
    <span className="flex shrink-0 items-center gap-1">
      <Way id="files" look="primary" words={t("choose")} onTake={onTake} multiple accept={ACCEPTED}>
        <FileUp aria-hidden className="size-4" />
        {t("choose")}
      </Way>
      <Way id="folder" look="quiet" words={t("chooseFolder")} onTake={onTake} multiple isFolder>
        <FolderUp aria-hidden className="size-4" />
      </Way>
      <Way
        id="camera"
        look="quiet"
        words={t("takePicture")}
        onTake={onTake}
        accept="image/*"
        capture="environment"
        className="pointer-fine:hidden"
      >
        <Camera aria-hidden className="size-4" />
      </Way>
    </span>
  );
}

interface WayProps {
  readonly id: string;
  readonly look: "primary" | "quiet";
  readonly words: string;
  readonly onTake: (files: readonly File[]) => void;
  readonly children: ReactNode;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly capture?: "environment";
  readonly isFolder?: boolean;
  readonly className?: string;
}

function Way({ id, look, words, onTake, children, isFolder = false, className = "", ...input }: WayProps) {
  const colours =
    look === "primary" ? "bg-accent px-3 text-accent-text hover:opacity-90" : "px-2 text-text hover:bg-raised";
  return (
    <span className={className}>
      <input
        type="file"
        id={id}
        aria-label={words}
        className="peer sr-only"
        {...input}
        {...(isFolder ? FOLDER : {})}
        onChange={(event) => {
          onTake([...(event.target.files ?? [])].filter((file) => !file.name.startsWith(".")));
          event.target.value = "";
        }}
      />
      <label
        htmlFor={id}
        title={words}
        className={`inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded-sm font-medium peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${colours}`}
      >
        {children}
      </label>
    </span>
  );
}

/** No type of React's knows the attribute by which every browser lets a folder be chosen. */
const FOLDER = { webkitdirectory: "" } as Record<string, string>;
