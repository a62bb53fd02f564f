# ruff: noqa: E501 - tables of words
"""Words that pages use about themselves, and the small words of prose, in six languages: counted, never decisive."""

from __future__ import annotations

PAGE_WORDS = frozenset(
    """
    accept accessibility account accounts add ads advert advertise advertisement advertising agree alert alerts allow app
    apps archive archives article articles ask audio blog bookmark browse browser button cancel careers caption category
    categories channel checkout choices click close collapse comment comments community consent contact content continue
    cookie cookies copied copy copyright corrections coverage credit crossword delete delivered digital discover dismiss
    donate download edition editorial editors email e-mail enable enjoy enlarge enter expand explore facebook faq
    favourites featured features feedback feeds flag flipboard follow followers following footer forgot forum free full
    fullscreen gallery galleries gift google guest headline headlines help hide homepage icon image images inbox index
    instagram install javascript join jobs keep latest learn legal licensing like likes link linkedin links listen live
    load loading log login logo logout manage masthead media member members membership menu minutes mobile month more
    mute navigation newsletter newsletters newsroom next notice notifications notify offer offers online open options
    page pages partner partners password pay photo photos pinterest play player playlist podcast podcasts policy poll
    popular post posted posts preferences premium press preview previous print privacy profile promo promoted publish
    purchase quiz read reader readers reading recommended reddit refresh register registered reject related remove reply
    replies report republish reprints required reserved reset results rights rss save saved scroll search section
    sections see select send settings share shared shares shop show sign site sitemap skip slideshow social sort source
    sponsor sponsored sponsors stories story stream submit subscribe subscribed subscriber subscribers subscription
    subscriptions summary support supporter supporters switch tag tags telegram terms text threads tip tips toggle top
    topic topics trending trial tweet twitter unlimited unlock unsubscribe update updates upgrade url username video
    videos view views visit visitor vote votes watch weather website whatsapp widget youtube your you
    abo abonnieren abonnement abonnenten akzeptieren alle anhören anmelden anzeige archiv artikel autor bild bilder
    datenschutz drucken einstellungen empfehlen folgen foto fotos hilfe impressum jetzt kommentar kommentare konto
    kontakt kostenlos leser lesen lesedauer lesezeit löschen mehr meistgelesen melden merken nachrichten navigation
    nutzungsbedingungen redaktion registrieren schließen seite startseite suche suchen teilen testen themen weiterlesen
    werbung zum zur überspringen öffnen
    aceptar acceder anuncio anuncios aviso boletín buscar cerrar comentar comentario comentarios compartir compártelo
    configurar contacto contraseña copiar correo cuenta denunciar enlace escuchar etiquetas fotos gratis imprimir
    iniciar inicio leer lee leído lectura más menú mostrar newsletter noticias portada privacidad publicidad
    registrarse registro rechazar relacionadas relacionados responder seguir sesión suscribirse suscríbete
    suscripción suscriptores temas términos vídeo vídeos
    abonner abonnez abonné abonnés accepter accueil actualités afficher aide aller cliquez commenter commentaire
    commentaires compte confidentialité connecter contenu copier enregistrer envoyer fermer gérer gratuit imprimer
    inscrire inscrivez lien lire mentions légales mot newsletter partager partage plus publicité réagir recevez
    rechercher recherche refuser répondre signaler sujet suite suivez suivre voir
    abbonati abbonarsi accedi accetta annulla argomenti ascolta cerca chiudi commenta commenti condividi contatti
    continua copia cookie correlati dimenticata guarda iscriviti leggi link notizie pubblicità privacy redazione
    registrati riservata riservato rispondi rifiuta salva scopri segnala segui stampa tag tutti vai vedi
    aceitar assine assinante assinantes assinatura buscar cadastre comentar compartilhar compartilhe conteúdo copiar
    curtir denunciar entrar enviar fechar imprimir início leia lidas mais menu notícias ouvir partilhar pesquisar
    política privacidade publicidade receba recusar responder salvar saiba siga termos veja ver
    """.split()
)

SMALL_WORDS = frozenset(
    """
    a about after again against all also although an and any are around as at be because been before being between both
    but by can could did do does during each even for from further had has have he her here him his how however if in
    into is it its just last many may might most much must no nor not now of off on once one only or other our out over
    own said same says she should since so some still such than that the their them then there these they this those
    though through to told too two under until up very was we were what when where which while who whom whose why will
    with without would year years yet
    aber als am an auch auf aus bei bis das dass dem den der des die doch durch ein eine einem einen einer eines er es
    für gegen hat haben hatte ihr im in ist kann mit nach nicht noch nur oder sei seien sein seit sich sie sind so über
    um und unter vom von vor war waren werden wie will wird wurde wurden zu zum zur zwei
    al como con contra cuando de del desde donde dos el ella ellos en entre era es esta este fue ha han hasta la las lo
    los más no o para pero por que se según ser si sin sobre su sus también tras un una y ya
    au aux avec ce cette ces dans de depuis des deux du elle en est et été être il ils je la le les leur mais ne nous on
    ont ou par pas plus pour qu que qui sa sans se selon ses son sont sur un une vers vous
    ai al alla alle anche che ci come con da dal dalla degli dei del della delle di dopo dove due e ed era essere fra gli
    ha hanno il in la le lo ma nel nella non o per più prima quando questo se si sono stato su sul sulla tra un una uno
    ao aos as até com da das de do dos e ela ele em entre era foi já mais mas na nas não no nos o os ou para pela pelo por
    que se sem ser seu sua são também tem um uma
    """.split()
)

SAYING = frozenset(
    """
    said says told added asked wrote replied announced according confirmed denied warned explained
    sagte sagt erklärte teilte betonte dijo señaló afirmó explicó según aseguró déclaré affirmé expliqué selon
    detto spiegato affermato secondo disse afirmou segundo explicou
    """.split()
)

ADDRESSING = frozenset(
    """
    you your yours we our ours us sie ihr ihre ihnen wir unser unsere usted ustedes tu tus te nosotros nuestro nuestra
    nuestros vous votre vos nous notre nos voi vostro nostra nostro nostri noi ti tua tuo você vocês nosso nossa
    """.split()
)
