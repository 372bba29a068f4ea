"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline.

`streamlit run dashboard.py` imports this file and serves its `app`, which runs it again, as a
script, for each page that is asked for. What a page needs is imported by that script alone:
Streamlit knows the components of a page only if they are declared while it serves.
"""

if __name__ == "__main__":
    from views import server
    from views.widgets.app import frame, made, search_button, sign_in, site, store, versions
    from views.widgets.atlas import controls, first_answer

    versions.begin(store.reviewed())
    server.say_first(first_answer)
    frame.settings()
    frame.prepare_map()
    made.forget_what_is_hidden()
    page = sign_in.navigation()
    if frame.embedded():
        controls.unseen(store.collection())
    else:
        if page.url_path in frame.FILTERED:
            controls.sidebar(store.collection(), has_downloads=page.url_path == "")
        search_button()
        sign_in.say_why_not_here()
        frame.say_problems(store.problems(), store.stories())
    frame.say_wrong_address(page)
    page.run()
    if not frame.embedded():
        site.say_foot(page.url_path)
else:
    import streamlit as st

    from views import server
    from views.leans import streamlit

    streamlit.list_no_pages()
    server.log_without_words()
    server.prepare()
    app = st.App(
        __file__,
        middleware=server.middleware(),
        on_script_error=server.say_failure,
        lifespan=server.lifespan,
    )
