/**
 * "Kabari saya saat siap": asks for permission only when tapped, then tells the house where this browser can be reached.
 * Hidden where the browser cannot, or where it was refused before.
 */
export class PushOfferElement extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || !('PushManager' in window) || !('serviceWorker' in navigator)) return;
    if (Notification.permission === 'denied') return;
    button.hidden = false;
    button.addEventListener('click', () => {
      button.disabled = true;
      this.keep().then(
        (outcome) => {
          this.say(this.dataset[outcome]);
          button.hidden = outcome === 'kept';
          button.disabled = false;
        },
        () => {
          this.say(this.dataset.failed);
          button.disabled = false;
        },
      );
    });
  }

  private async keep(): Promise<'kept' | 'denied' | 'failed'> {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    await navigator.serviceWorker.register('/sw.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const applicationServerKey = bytesOf(this.dataset.key ?? '');
    const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON();
    const body = new URLSearchParams({ endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' });
    const answer = await fetch(this.dataset.address ?? '', { method: 'POST', body });
    return answer.ok ? 'kept' : 'failed';
  }

  private say(text = '') {
    const said = this.querySelector('[role=status]');
    if (said) said.textContent = text;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
