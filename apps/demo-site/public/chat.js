/*
 * The snippet of the documentation, in a file of its own because this page's Content-Security-Policy allows no inline
 * scripts. A real shop writes its website's key where this one asks for it.
 */
!(function (w, d, u, s) {
  w.Baton =
    w.Baton ||
    function () {
      (w.Baton.q = w.Baton.q || []).push(arguments);
    };
  s = d.createElement('script');
  s.async = 1;
  s.src = u + '/widget/v1.js';
  d.head.append(s);
})(window, document, location.origin);

window.bootChat = () =>
  fetch('/demo/config.json')
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`The demo's key could not be read (${answer.status}).`))))
    .then(({ websiteKey }) => Baton('boot', { websiteKey }))
    .catch((error) => console.warn(error.message));
bootChat();
