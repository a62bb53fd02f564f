# ruff: noqa: E501 - tables of words
"""Buttons and headings over links in German, Spanish, French, Italian and Portuguese, whole lines, folded."""

from __future__ import annotations

from nutgraf.text import fold


def _lines(text: str) -> frozenset[str]:
    return frozenset(fold(line.strip()) for line in text.replace("\n", "|").split("|") if line.strip())


BUTTONS = _lines(
    """
    zum inhalt springen|zum hauptinhalt springen|direkt zum inhalt|zur navigation springen|menü|menü öffnen|menü schließen|suche|suchen
    suche öffnen|schließen|startseite|anmelden|abmelden|registrieren|mein konto|abo|abonnieren|jetzt abonnieren|e-paper|akzeptieren
    alle akzeptieren|ablehnen|alle ablehnen|einstellungen|cookie-einstellungen|datenschutz|datenschutzerklärung|impressum|agb|kontakt
    mediadaten|über uns|teilen|artikel teilen|drucken|merken|artikel anhören|anhören|vorlesen|link kopieren|link kopiert|kommentieren
    antworten|melden|gefällt mir|anzeige|werbung|mehr anzeigen|alle anzeigen|weitere laden|nach oben|weiterlesen|mehr lesen|zum artikel|folgen
    saltar al contenido|ir al contenido|ir al contenido principal|menú|abrir menú|cerrar|buscar|inicio|portada|iniciar sesión|inicia sesión
    regístrate|suscríbete|mi cuenta|aceptar|aceptar todo|aceptar y continuar|rechazar|configurar cookies|compartir|copiar enlace|imprimir
    guardar|escuchar|comentar|responder|me gusta|denunciar|publicidad|anuncio|ver más|ver todo|cargar más|volver arriba|leer más
    seguir leyendo|más información|aviso legal|política de privacidad|política de cookies|condiciones de uso|contacto|quiénes somos
    aller au contenu|aller au contenu principal|aller au menu|ouvrir le menu|fermer|rechercher|accueil|se connecter|s'abonner|je m'abonne
    mon compte|tout accepter|tout refuser|accepter et fermer|continuer sans accepter|gérer mes choix|partager|copier le lien|enregistrer
    écouter|réagir|commenter|répondre|signaler|j'aime|publicité|la suite après la publicité|voir plus|charger plus|haut de page|lire la suite
    lire l'article|en savoir plus|mentions légales|politique de confidentialité|conditions générales|gestion des cookies|qui sommes-nous
    vai al contenuto|salta al contenuto|cerca|chiudi|accedi|abbonati|il mio account|accetta|accetta tutto|rifiuta|continua senza accettare
    condividi|copia link|stampa|salva|ascolta|commenta|rispondi|mi piace|segnala|pubblicità|vedi altri|vedi tutti|carica altri|torna su
    leggi tutto|leggi l'articolo|continua a leggere|note legali|contatti|chi siamo|cookie policy|privacy policy
    pular para o conteúdo|ir para o conteúdo|saltar para o conteúdo|fechar|pesquisar|início|entrar|assine|assine já|cadastre-se|minha conta
    iniciar sessão|aceitar|aceitar todos|recusar|compartilhar|compartilhe|partilhar|copiar link|salvar|ouvir|curtir|publicidade
    continua após a publicidade|ver mais|ver todas|carregar mais|voltar ao topo|ler mais|continue lendo|termos de uso|fale conosco|quem somos
    """
)

CLOSERS = _lines(
    """
    mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|weitere artikel|weitere meldungen|zum thema
    passend dazu|empfohlen|nächster artikel|verwandte themen|meistgelesen|meistgelesene artikel|top-themen|neueste artikel
    aktuelle nachrichten|neueste nachrichten|schlagzeilen|topmeldungen|kommentare|leserkommentare|diskutieren sie mit|kommentar schreiben
    aus dem archiv|themen|schlagworte
    noticias relacionadas|relacionado|te puede interesar|también te puede interesar|lee también|lea también|más noticias
    más sobre este tema|artículos relacionados|otras noticias|en otros medios|lo más leído|lo más visto|últimas noticias|lo último
    más leídas|titulares|destacados|comentarios|deja un comentario|etiquetas|temas
    à lire aussi|lire aussi|sur le même sujet|articles liés|plus d'articles|dans la même rubrique|voir aussi|pour aller plus loin
    nos derniers articles|recommandé pour vous|les plus lus|les plus partagés|dernières actualités|les derniers articles|commentaires
    laisser un commentaire|réagir à cet article|thèmes
    leggi anche|articoli correlati|potrebbe interessarti|potrebbe interessarti anche|correlati|altre notizie|sullo stesso argomento
    approfondimenti|i più letti|più letti|ultime notizie|ultim'ora|in primo piano|le più viste|dal territorio|commenti|lascia un commento
    argomenti
    leia também|leia mais|notícias relacionadas|relacionadas|veja também|veja mais|saiba mais|mais notícias|você pode gostar
    artigos relacionados|mais lidas|as mais lidas|mais vistas|destaques|em alta|mais recentes|comentários|deixe um comentário|tópicos|assuntos
    """
)
