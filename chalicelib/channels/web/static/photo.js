// Makes a photo small before it is sent: redrawn, at most 1600 pixels, without anything but the picture. Where the
// browser cannot read it, it goes as it is, and the server cleans or refuses it.

const LONGEST = 1600;

async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.82); });
  return new File([drawn], "photo.jpg", { type: "image/jpeg" });
}

for (const form of document.querySelectorAll(".give-photo")) {
  form.addEventListener("submit", async (event) => {
    const input = form.elements.photo;
    const [file] = input.files;
    if (!file || form.dataset.ready) return;
    event.preventDefault();
    try {
      const box = new DataTransfer();
      box.items.add(await smaller(file));
      input.files = box.files;
    } catch {
      // as it is
    }
    form.dataset.ready = "yes";
    form.submit();
  });
}
