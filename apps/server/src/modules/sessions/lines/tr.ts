import type { Lines } from './en.js';

export const tr: Lines = {
  queued: 'Ekibimizden biri devralacak. {place} {wait} Yazmaya devam edebilirsiniz.',
  next: 'Sıra sizde.',
  place: 'Sıradaki yeriniz: {position}.',
  wait: 'Genellikle {minutes} içinde.',
  captured: 'Şu anda ekibimizden kimse yok. İsteğiniz saklandı, bir kişi burada yanıtlayacak.',
  claimed: '{agent} katıldı ve görüşmenin tamamını görebiliyor.',
  released: 'Birazdan ekipten başka biri devralacak. Yazmaya devam edebilirsiniz.',
  resolved: 'Görüşme çözüldü olarak işaretlendi.',
  offered: 'Ekibimizden birini çağırmamı ister misiniz?',
  returnedToAi: 'Asistan geri döndü ve görüşmeyi biliyor. Sorunuzu yazabilirsiniz.',
  closed: 'Görüşme kapatıldı.',
  assistantUnavailable: 'Asistan şu anda yanıt veremiyor. Lütfen birazdan tekrar deneyin.',
};
