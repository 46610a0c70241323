"use client";

import { Camera } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";

/** Takes a picture with the phone, or a file, and adds it to the inspection. */
export function AddPhoto({ inspectionId }: { readonly inspectionId: string }) {
  const t = useTranslations("inspection");
  const router = useRouter();
  const send = async (file: File) => {
    const response = await fetch(`/api/v1/inspections/${inspectionId}/photos`, {
      method: "POST",
      headers: { "content-type": file.type, "x-file-name": encodeURIComponent(file.name) },
      body: file,
    }).catch(() => null);
    if (response?.ok) router.refresh();
    else toast.error(t("photoRefused"));
  };
  return (
    <label className="inline-flex min-h-8 w-fit cursor-pointer items-center gap-2 rounded-md border px-2.5 text-sm hover:bg-raised focus-within:outline-2">
      <Camera aria-hidden className="size-4" />
      {t("addPhoto")}
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void send(file);
          event.target.value = "";
        }}
      />
    </label>
  );
}
